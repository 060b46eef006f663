package io.github.psbench.report.page;

import io.github.psbench.base.Progress;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.report.figure.EmbeddingMap;
import io.github.psbench.report.figure.EmbeddingMaps;
import io.github.psbench.report.figure.Figures;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.Figure;
import io.github.psbench.spec.TrialSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A data set's images and categories on maps, one a row.
 *
 * @param dataset its name in the experiment
 * @param realPeople whether its pictures show real people
 * @param colour the attribute group that colours the maps at first; null: chosen by a rule
 */
public record MappedDataset(
        String dataset,
        boolean realPeople,
        PersonDataset people,
        @Nullable String colour,
        List<Row> rows) {
    public MappedDataset {
        rows = List.copyOf(rows);
    }

    /** One row's map. */
    public record Row(String row, long seed, EmbeddingMap map) {}

    /**
     * The data sets of which a figure of embeddings was drawn, with the same maps.
     *
     * @param outcomes one for each trial of the experiment
     * @param drawn the experiment's figures
     * @param maps those from which they were drawn
     * @param people the images of a trial's data set
     */
    public static List<MappedDataset> of(
            Experiment experiment,
            List<TrialOutcome> outcomes,
            Figures.Written drawn,
            EmbeddingMaps maps,
            Function<TrialSpec, PersonDataset> people,
            Progress progress) {
        List<MappedDataset> mapped = new ArrayList<>();
        for (Figures.Drawn figure : drawn.figures()) {
            if (figure.figure() != Figure.TSNE) {
                continue;
            }
            List<Row> rows = new ArrayList<>();
            List<TrialOutcome> shown = EmbeddingMaps.shown(experiment, outcomes, figure.dataset());
            for (TrialOutcome trial : shown) {
                EmbeddingMap map = maps.of(trial, experiment.tsne(), progress);
                if (map != null) {
                    rows.add(new Row(trial.spec().row(), trial.spec().seed(), map));
                }
            }
            TrialSpec first = shown.get(0).spec();
            mapped.add(new MappedDataset(
                    figure.dataset(),
                    first.data().showsRealPeople(),
                    people.apply(first),
                    experiment.tsne().colour(),
                    rows));
        }
        return mapped;
    }
}
