package io.github.psbench.report.figure;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.report.figure.EmbeddingMap.Kind;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.run.StoredTrial;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.TrialSpec;
import io.github.psbench.spec.TsneFigure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Embeddings of query categories and gallery images on a plane (Figure 6 of the ASMR paper), a map a row, all of one seed where there is one. */
final class EmbeddingMapFigure {
    /** One row's map. */
    record Mapped(TrialOutcome trial, EmbeddingMap map) {
        /** "Ours, seed 0: KL 1.23, trustworthiness 0.95". */
        String inWords() {
            return "%s, seed %d: KL %s, trustworthiness %s"
                    .formatted(
                            PlainText.of(trial.spec().row()),
                            trial.spec().seed(),
                            String.format(Locale.ROOT, "%.2f", map.divergence()),
                            String.format(Locale.ROOT, "%.3f", map.trustworthiness()));
        }
    }

    private EmbeddingMapFigure() {}

    static FigurePage of(FigureInput input, EmbeddingMaps maps) {
        TsneFigure settings = input.experiment().tsne();
        List<TrialOutcome> chosen = EmbeddingMaps.shown(input.experiment(), input.trials(), input.dataset());
        if (chosen.isEmpty()) {
            return FigurePage.nothing("no trial is finished");
        }
        PersonDataset people;
        try {
            people = input.people().apply(chosen.get(0).spec());
        } catch (Failure e) {
            if (e.kind() != ErrorKind.DATA) {
                throw e;
            }
            return FigurePage.nothing(
                    "the images are not to be had: " + e.getMessage().replaceAll("\\.$", ""));
        }
        CategoryPair pair = pair(people, settings);
        if (pair == null) {
            return FigurePage.nothing("the gallery has a single category, and there is no pair to show");
        }
        ColourGroup colour = ColourGroup.of(people, settings.colour());
        List<Mapped> rows = new ArrayList<>();
        for (TrialOutcome trial : chosen) {
            EmbeddingMap map = maps.of(trial, settings, input.progress());
            if (map != null) {
                requireSame(trial, map, people);
                rows.add(new Mapped(trial, map));
            }
        }
        if (rows.isEmpty()) {
            return FigurePage.nothing("no finished trial has kept its embeddings");
        }
        EmbeddingMapCharts charts = new EmbeddingMapCharts(people, pair, colour, rows, settings);
        return new FigurePage(
                "t-SNE of categories and images of " + PlainText.of(input.dataset()),
                rows.stream().map(row -> 1).toList(),
                numbers(input.dataset(), people, pair, rows),
                List.of(charts.closeUp(), charts.wholeSpace()),
                charts.notes());
    }

    private static @Nullable CategoryPair pair(PersonDataset people, TsneFigure settings) {
        return settings.categories().isEmpty()
                ? CategoryPair.byRule(people)
                : CategoryPair.of(people, settings.categories());
    }

    private static void requireSame(TrialOutcome trial, EmbeddingMap map, PersonDataset people) {
        long images = map.points().stream()
                .filter(point -> point.kind() == Kind.IMAGE)
                .count();
        int all = people.gallery().size() + people.queryCategories().size();
        if (images != people.gallery().size() || map.points().size() != all) {
            String id = Objects.requireNonNull(trial.id());
            throw Failure.data(
                    "trial %s has embedded %d images and %d categories, but %s has %d and %d. %s",
                    id,
                    images,
                    map.points().size() - images,
                    people.name(),
                    people.gallery().size(),
                    people.queryCategories().size(),
                    StoredTrial.remedy(id));
        }
    }

    /**
     * Looks for mistakes in what an experiment says of this figure, before anything long begins. Data sets that are not to be had are passed
     * over.
     *
     * @throws Failure of kind USAGE if categories, colour or perplexity do not fit a data set
     */
    static void check(Experiment experiment, Function<TrialSpec, PersonDataset> people) {
        for (String dataset : experiment.datasets()) {
            TrialSpec first = experiment.trials().stream()
                    .filter(spec -> spec.dataset().equals(dataset))
                    .findFirst()
                    .orElseThrow();
            PersonDataset found;
            try {
                found = people.apply(first);
            } catch (Failure e) {
                if (e.kind() != ErrorKind.DATA) {
                    throw e;
                }
                continue;
            }
            pair(found, experiment.tsne());
            ColourGroup.of(found, experiment.tsne().colour());
            EmbeddingMap.requireFit(
                    experiment.tsne(),
                    found.gallery().size() + found.queryCategories().size(),
                    PlainText.of(dataset));
        }
    }

    private static List<List<@Nullable Object>> numbers(
            String dataset, PersonDataset people, CategoryPair pair, List<Mapped> rows) {
        List<PersonCategory> categories = people.queryCategories();
        List<String> words = categories.stream().map(people.schema()::describe).collect(Collectors.toList());
        List<List<@Nullable Object>> numbers = new ArrayList<>();
        numbers.add(Arrays.<@Nullable Object>asList(
                "dataset",
                "row",
                "seed",
                "kind",
                "index",
                "image",
                "category",
                "x",
                "y",
                "pair",
                "kl",
                "trustworthiness"));
        for (Mapped row : rows) {
            for (EmbeddingMap.Point point : row.map().points()) {
                boolean image = point.kind() == Kind.IMAGE;
                numbers.add(Arrays.<@Nullable Object>asList(
                        dataset,
                        row.trial().spec().row(),
                        row.trial().spec().seed(),
                        image ? "image" : "category",
                        point.index(),
                        image ? people.gallery().get(point.index()).name() : null,
                        words.get(point.category()),
                        point.x(),
                        point.y(),
                        point.category() == pair.first() ? "A" : point.category() == pair.second() ? "B" : null,
                        row.map().divergence(),
                        row.map().trustworthiness()));
            }
        }
        return numbers;
    }
}
