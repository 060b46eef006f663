package io.github.psbench.report.figure;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import io.github.psbench.data.AttributeGroup;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PersonImage;
import io.github.psbench.eval.Embeddings;
import io.github.psbench.eval.QueryScore;
import io.github.psbench.eval.Ranking;
import io.github.psbench.eval.Retrieval;
import io.github.psbench.report.figure.ChosenQueries.Chosen;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.run.RunStore;
import io.github.psbench.run.StoredTrial;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.TrialSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment's rows find for some queries of a data set: what {@link io.github.psbench.spec.Figure#RETRIEVAL} shows.
 *
 * @param queries empty where there is nothing to be shown; the notes say why
 * @param gallery how many images are searched
 * @param rule how the queries were chosen, a sentence
 * @param notes what is missing or special, without the full stop
 */
public record RetrievalResults(List<Asked> queries, int gallery, String rule, List<String> notes) {
    public RetrievalResults {
        queries = List.copyOf(queries);
        notes = List.copyOf(notes);
    }

    /**
     * A query, and what each row finds for it.
     *
     * @param index in {@link PersonDataset#queryCategories()}
     * @param words the category in words, on one line
     * @param attributes what is asked for, a line each
     * @param seen whether some training image has the category
     * @param relevant how many images of the gallery have it
     * @param rows those with a finished trial, in the experiment's order
     */
    public record Asked(
            int index, String words, List<Attribute> attributes, boolean seen, int relevant, List<OfRow> rows) {
        public Asked {
            attributes = List.copyOf(attributes);
            rows = List.copyOf(rows);
        }
    }

    /** @param asked whether somebody has asked for this by hand, beside what was left open */
    public record Attribute(String group, String value, boolean asked) {}

    /**
     * What a row finds.
     *
     * @param trial its id
     * @param averagePrecision standard, in percent, over the whole ranking
     * @param firstRelevant the rank of the best relevant image, from 1
     * @param hits the first images of the ranking
     */
    public record OfRow(
            String row, long seed, String trial, double averagePrecision, int firstRelevant, List<Hit> hits) {
        public OfRow {
            hits = List.copyOf(hits);
        }
    }

    /**
     * @param rank from 1
     * @param index in {@link PersonDataset#gallery()}
     * @param score cosine of query and image
     * @param relevant whether it is of the category that was asked for
     */
    public record Hit(int rank, int index, PersonImage image, double score, boolean relevant) {}

    /**
     * Looks at the finished trials of a data set.
     *
     * @param outcomes one for each trial of the experiment, in its order
     * @param people the images of a trial's data set, or a {@link Failure} of kind DATA
     * @throws Failure of kind DATA if a trial's files are damaged; of kind USAGE if the experiment asks for a query that the data set has not
     */
    public static RetrievalResults of(
            Experiment experiment,
            String dataset,
            List<TrialOutcome> outcomes,
            RunStore store,
            Function<TrialSpec, PersonDataset> people,
            Progress progress) {
        return of(new FigureInput(
                experiment, dataset, Figures.finished(outcomes, dataset), new TrialFiles(store), people, progress));
    }

    static RetrievalResults of(FigureInput input) {
        List<String> notes = new ArrayList<>();
        List<TrialOutcome> trials = shown(input, notes);
        if (trials.isEmpty()) {
            return new RetrievalResults(List.of(), 0, "", List.of("no trial is finished"));
        }
        PersonDataset people = people(input, trials.get(0), notes);
        if (people == null) {
            return new RetrievalResults(List.of(), 0, "", notes);
        }
        ChosenQueries chosen = ChosenQueries.of(input.experiment().retrieval(), people);
        notes.addAll(chosen.notes());
        List<List<OfRow>> rows = chosen.queries().stream()
                .<List<OfRow>>map(query -> new ArrayList<>())
                .toList();
        for (TrialOutcome trial : trials) {
            EmbeddedSearch search = search(input, trial, people, notes);
            if (search != null) {
                List<OfRow> found = found(trial, search, chosen.queries(), people, input);
                IntStream.range(0, found.size()).forEach(i -> rows.get(i).add(found.get(i)));
            }
        }
        List<Asked> queries = IntStream.range(0, rows.size())
                .filter(i -> !rows.get(i).isEmpty())
                .mapToObj(i -> asked(chosen.queries().get(i), people, rows.get(i)))
                .toList();
        return new RetrievalResults(queries, people.gallery().size(), chosen.rule(), notes);
    }

    /** Null, with a note, where a trial's images are not to be had. */
    private static @Nullable PersonDataset people(FigureInput input, TrialOutcome trial, List<String> notes) {
        try {
            return input.people().apply(trial.spec());
        } catch (Failure e) {
            if (e.kind() != ErrorKind.DATA) {
                throw e;
            }
            notes.add("row '" + PlainText.of(trial.spec().row()) + "' is left out: its pictures are not to be had: "
                    + e.getMessage());
            return null;
        }
    }

    /** A trial of each row that has a finished one: of the first seed that is finished in all of them, else of its own first. */
    private static List<TrialOutcome> shown(FigureInput input, List<String> notes) {
        List<List<TrialOutcome>> finished = new ArrayList<>();
        for (String row : input.experiment().rows()) {
            List<TrialOutcome> trials = input.trials().stream()
                    .filter(trial -> trial.spec().row().equals(row))
                    .toList();
            if (trials.isEmpty()) {
                notes.add("row '" + PlainText.of(row) + "' has no finished trial");
            } else {
                finished.add(trials);
            }
        }
        Long common = input.experiment().seeds().stream()
                .filter(seed -> finished.stream().allMatch(trials -> of(seed, trials) != null))
                .findFirst()
                .orElse(null);
        if (common == null) {
            notes.add("its rows have no finished seed in common, so each shows its own first");
        }
        return finished.stream()
                .map(trials -> common == null ? trials.get(0) : Objects.requireNonNull(of(common, trials)))
                .toList();
    }

    private static @Nullable TrialOutcome of(long seed, List<TrialOutcome> trials) {
        return trials.stream()
                .filter(trial -> trial.spec().seed() == seed)
                .findFirst()
                .orElse(null);
    }

    /** Null, with a note, where a row does not search what the first one does, or has not kept its search. */
    private static @Nullable EmbeddedSearch search(
            FigureInput input, TrialOutcome trial, PersonDataset people, List<String> notes) {
        String row = "row '" + PlainText.of(trial.spec().row()) + "' is left out: ";
        PersonDataset own = people(input, trial, notes);
        if (own == null) {
            return null;
        }
        if (!own.schema().equals(people.schema()) || !names(own).equals(names(people))) {
            notes.add(row + "it searches another gallery than the first row");
            return null;
        }
        EmbeddedSearch search = input.files().search(trial);
        if (search == null) {
            notes.add(row + "its finished trial has no queries.safetensors and gallery.safetensors");
        } else if (search.queries().length != people.queryCategories().size()
                || search.gallery().length != people.gallery().size()) {
            String id = Objects.requireNonNull(trial.id());
            throw Failure.data(
                    "The search that trial %s has kept is damaged: it has %d queries and %d images, its data set has %d and %d. %s",
                    id,
                    search.queries().length,
                    search.gallery().length,
                    people.queryCategories().size(),
                    people.gallery().size(),
                    StoredTrial.remedy(id));
        }
        return search;
    }

    private static List<String> names(PersonDataset people) {
        return people.gallery().stream().map(PersonImage::name).toList();
    }

    /** What a trial finds for each of the queries. */
    private static List<OfRow> found(
            TrialOutcome trial, EmbeddedSearch search, List<Chosen> queries, PersonDataset people, FigureInput input) {
        float[][] asked =
                queries.stream().map(query -> search.queries()[query.index()]).toArray(float[][]::new);
        if (asked.length == 0) {
            return List.of();
        }
        long[] indices = queries.stream().mapToLong(Chosen::index).toArray();
        long[] labels = IntStream.of(search.labels()).asLongStream().toArray();
        List<QueryScore> scores =
                Retrieval.each(Embeddings.of(asked, indices), Embeddings.of(search.gallery(), labels)).stream()
                        .map(score ->
                                score.orElseThrow(() -> new IllegalStateException("a query category has an image")))
                        .toList();
        int top = Math.min(input.experiment().retrieval().top(), search.gallery().length);
        List<OfRow> found = new ArrayList<>();
        for (int i = 0; i < asked.length; i++) {
            Ranking ranking = Ranking.of(asked[i], search.gallery());
            long wanted = indices[i];
            found.add(new OfRow(
                    trial.spec().row(),
                    trial.spec().seed(),
                    Objects.requireNonNull(trial.id()),
                    100 * scores.get(i).averagePrecision(),
                    scores.get(i).firstRank() + 1,
                    IntStream.range(0, top)
                            .mapToObj(place -> hit(place, ranking, labels, wanted, people))
                            .toList()));
        }
        return found;
    }

    private static Hit hit(int place, Ranking ranking, long[] labels, long wanted, PersonDataset people) {
        int image = ranking.images()[place];
        return new Hit(place + 1, image, people.gallery().get(image), ranking.scores()[place], labels[image] == wanted);
    }

    private static Asked asked(Chosen query, PersonDataset people, List<OfRow> rows) {
        List<AttributeGroup> groups = people.schema().groups();
        List<Attribute> attributes = IntStream.range(0, groups.size())
                .mapToObj(g -> new Attribute(
                        PlainText.of(groups.get(g).name()),
                        PlainText.of(groups.get(g)
                                .values()
                                .get(query.category().values().get(g))
                                .name()),
                        query.asked() != null && !query.asked().isOpen(g)))
                .toList();
        long relevant = people.gallery().stream()
                .filter(image -> image.category().equals(query.category()))
                .count();
        return new Asked(
                query.index(),
                people.schema().describe(query.category()),
                attributes,
                query.seen(),
                Math.toIntExact(relevant),
                rows);
    }
}
