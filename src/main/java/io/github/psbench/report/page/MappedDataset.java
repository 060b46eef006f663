package io.github.psbench.report.page;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.report.figure.EmbeddingMap;
import io.github.psbench.report.figure.EmbeddingMaps;
import io.github.psbench.report.figure.Figures;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.Figure;
import io.github.psbench.spec.TrialSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A data set's images and categories on maps, one a row.
 *
 * @param dataset its name in the experiment
 * @param realPeople whether its pictures show real people
 * @param sheet pictures of the images
 * @param colour the attribute group that colours the maps at first; null: chosen by a rule
 */
public record MappedDataset(
        String dataset,
        boolean realPeople,
        PersonDataset people,
        Thumbnails.Sheet sheet,
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
     * @param notes takes why a data set is left out, whole sentences
     */
    public static List<MappedDataset> of(
            Experiment experiment,
            List<TrialOutcome> outcomes,
            Figures.Written drawn,
            EmbeddingMaps maps,
            Function<TrialSpec, PersonDataset> people,
            Progress progress,
            Consumer<String> notes) {
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
            PersonDataset shownPeople = people.apply(first);
            try {
                mapped.add(new MappedDataset(
                        figure.dataset(),
                        first.data().showsRealPeople(),
                        shownPeople,
                        MapData.sheet(shownPeople),
                        experiment.tsne().colour(),
                        rows));
            } catch (Failure e) {
                if (e.kind() != ErrorKind.DATA) {
                    throw e;
                }
                notes.accept("The map of " + PlainText.of(figure.dataset()) + " to move about in is left out: "
                        + e.getMessage());
            }
        }
        return mapped;
    }
}
