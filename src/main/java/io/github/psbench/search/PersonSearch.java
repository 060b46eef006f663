package io.github.psbench.search;

import ai.djl.ndarray.NDManager;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.AttributeQuery;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.DataSource;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PicturesBelow;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.eval.Ranking;
import io.github.psbench.run.StoredModel;
import io.github.psbench.search.KnownCategories.Known;
import io.github.psbench.train.Encoders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A trial's model at work: it finds people by their attributes. */
public final class PersonSearch {
    private final StoredModel model;
    private final StoredEmbeddings stored;
    private final KnownCategories known;
    private final @Nullable PersonDataset people;

    private PersonSearch(StoredModel model, KnownCategories known, @Nullable PersonDataset people) {
        this.model = model;
        this.stored = new StoredEmbeddings(model.trial());
        this.known = known;
        this.people = people;
    }

    /**
     * A search of the gallery of the trial's data set.
     *
     * @throws Failure of kind DATA if the data set is not to be had, is another than it was, or if the trial's files are damaged
     */
    public static PersonSearch of(StoredModel model, Places places, Progress progress) {
        PersonDataset people = model.people(places, progress);
        return new PersonSearch(model, KnownCategories.of(people, new StoredEmbeddings(model.trial())), people);
    }

    /**
     * A search of other pictures. Where the images of the trial's data set are not there, its annotation will do; then only the training
     * categories are known, and how many images each has is not.
     *
     * @throws Failure of kind DATA as {@link #of}; if not even the attributes are known
     */
    public static PersonSearch ofOthers(StoredModel model, Places places, Progress progress) {
        DataSource source = model.spec().data();
        if (source.missing(places).isEmpty()) {
            return of(model, places, progress);
        }
        try {
            AttributeSchema schema = source.schema(places);
            return new PersonSearch(model, KnownCategories.of(schema, new StoredEmbeddings(model.trial())), null);
        } catch (Failure e) {
            if (e.kind() != ErrorKind.DATA) {
                throw e;
            }
            throw new Failure(
                    ErrorKind.DATA,
                    "A search of one's own pictures needs to know the attributes of %s, which the trial was trained on; its annotation is enough,"
                                    .formatted(source.name())
                            + " its images need not be there. " + e.getMessage(),
                    e);
        }
    }

    public StoredModel model() {
        return model;
    }

    /** The attributes that queries are made of. */
    public AttributeSchema schema() {
        return known.schema();
    }

    /** What the trial has learned from and searched; null where its images are not there. */
    public @Nullable PersonDataset people() {
        return people;
    }

    /**
     * Ranks images for each query.
     *
     * @param queries read with {@link #schema()}, by what the user wrote, in order
     * @param others a folder whose pictures are searched; null: the gallery
     * @param top how many images to find, >= 1; fewer where there are fewer
     * @throws Failure of kind DATA if weights are needed that are not there or do not fit; of kind USAGE if the rule cannot be applied, or if
     *     there is no picture in the folder
     */
    public Outcome search(
            List<AskedFor> queries,
            OpenRule rule,
            @Nullable Path others,
            int top,
            ComputeDevice device,
            Progress progress) {
        if (rule == OpenRule.FREQUENT && !known.isWhole()) {
            throw Failure.usage(
                    "--open frequent needs to know how many training images each category has, and the images of %s are not there. Use"
                            + " --open average, or name their place with --data.",
                    model.spec().data().name());
        }
        List<Interpretation> meanings = queries.stream()
                .map(asked -> Interpretation.of(asked.query(), rule, known))
                .toList();
        boolean needsModel = others != null
                || meanings.stream()
                        .flatMap(meaning -> meaning.categories().stream())
                        .anyMatch(each -> !each.isKnown());
        if (!needsModel) {
            return outcome(queries, meanings, gallery(), Map.of(), top);
        }
        PicturesBelow pictures = others == null ? null : PicturesBelow.of(others);
        try (NDManager manager = NDManager.newBaseManager(device.onEngine());
                Encoders encoders = model.encoders(schema(), device, manager)) {
            SearchedImages searched = others == null || pictures == null
                    ? gallery()
                    : new FolderEmbedding(encoders, model.spec().recipe().input(), manager)
                            .of(others, pictures, progress);
            return outcome(queries, meanings, searched, embedUnknown(meanings, encoders), top);
        }
    }

    /**
     * A query and what the user wrote for it.
     */
    public record AskedFor(String text, AttributeQuery query) {}

    /**
     * What all queries have found.
     *
     * @param results one a query, in their order
     */
    public record Outcome(SearchedImages searched, List<SearchResult> results) {}

    private SearchedImages gallery() {
        if (people == null) {
            throw new IllegalStateException("without a data set there is no gallery to search");
        }
        return SearchedImages.gallery(people, stored);
    }

    /** One by one, so that what a query finds does not depend on which others are asked. */
    private Map<String, float[]> embedUnknown(List<Interpretation> meanings, Encoders encoders) {
        Map<String, float[]> embeddings = new TreeMap<>();
        for (Interpretation meaning : meanings) {
            for (Interpretation.Asked asked : meaning.categories()) {
                if (!asked.isKnown()) {
                    embeddings.computeIfAbsent(
                            key(asked.category()),
                            unseen -> encoders.embedCategories(schema(), List.of(asked.category())));
                }
            }
        }
        return embeddings;
    }

    private static String key(PersonCategory category) {
        return category.values().toString();
    }

    private Outcome outcome(
            List<AskedFor> queries,
            List<Interpretation> meanings,
            SearchedImages searched,
            Map<String, float[]> unknown,
            int top) {
        List<SearchResult> results = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            AttributeQuery query = queries.get(i).query();
            Ranking ranking = Ranking.of(embedding(meanings.get(i), unknown), searched.embeddings());
            List<SearchResult.Found> found = new ArrayList<>();
            for (int place = 0; place < Math.min(top, ranking.images().length); place++) {
                SearchedImage image = searched.images().get(ranking.images()[place]);
                PersonCategory category = image.category();
                found.add(new SearchResult.Found(
                        place + 1, ranking.scores()[place], image, category == null ? null : query.matches(category)));
            }
            results.add(
                    new SearchResult(query, queries.get(i).text(), meanings.get(i), relevant(query, searched), found));
        }
        return new Outcome(searched, results);
    }

    /** The sum of the categories' embeddings; its length does not matter to the cosine. */
    private float[] embedding(Interpretation meaning, Map<String, float[]> unknown) {
        List<float[]> rows = meaning.categories().stream()
                .map(asked -> known.find(asked.category())
                        .map(Known::embedding)
                        .orElseGet(() -> unknown.getOrDefault(key(asked.category()), new float[0])))
                .toList();
        float[] sum = new float[rows.get(0).length];
        for (int k = 0; k < sum.length; k++) {
            int column = k;
            sum[k] = (float) rows.stream().mapToDouble(row -> row[column]).sum();
        }
        return sum;
    }

    private static @Nullable Integer relevant(AttributeQuery query, SearchedImages searched) {
        if (!searched.areAnnotated()) {
            return null;
        }
        int relevant = 0;
        for (SearchedImage image : searched.images()) {
            PersonCategory category = image.category();
            relevant += category != null && query.matches(category) ? 1 : 0;
        }
        return relevant;
    }
}
