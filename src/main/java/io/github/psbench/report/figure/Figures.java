package io.github.psbench.report.figure;

import io.github.psbench.base.Progress;
import io.github.psbench.base.Sha256;
import io.github.psbench.base.WholeFile;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.report.chart.Picture;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.run.RunStore;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialState;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.Figure;
import io.github.psbench.spec.TrialSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Writes the figures that an experiment asks for. The same experiment, outcomes and store give the same bytes. */
public final class Figures {
    /**
     * What was written.
     *
     * @param notes what is missing and why, whole sentences
     */
    public record Written(List<Path> files, List<String> notes) {
        public Written {
            files = List.copyOf(files);
            notes = List.copyOf(notes);
        }
    }

    private Figures() {}

    /**
     * Writes {@code <experiment>-<figure>-<data set>.png}, {@code .svg} and {@code .csv} into a folder, which is made if need be; an
     * experiment with a single figure leaves {@code -<figure>} out. A figure shows the trials that are finished; where none is, there is a
     * note and no file.
     *
     * @param outcomes one for each trial of the experiment, in its order
     * @param people the images of a trial's data set; throws a {@link io.github.psbench.base.Failure} of kind DATA where they are not to be
     *     had, and then the figures that need them are left out with a note
     * @throws io.github.psbench.base.Failure of kind DATA if a trial's files are damaged; of kind RESOURCES if a file cannot be written, or
     *     if the machine has no fonts, in which case the CSV files are there
     */
    public static Written write(
            Experiment experiment,
            List<TrialOutcome> outcomes,
            RunStore store,
            Function<TrialSpec, PersonDataset> people,
            Path folder,
            Progress progress) {
        return write(experiment, outcomes, store, people, folder, progress, new EmbeddingMaps(store));
    }

    /**
     * Does the same with maps of embeddings that something else shows as well.
     *
     * @param maps of the same store
     */
    public static Written write(
            Experiment experiment,
            List<TrialOutcome> outcomes,
            RunStore store,
            Function<TrialSpec, PersonDataset> people,
            Path folder,
            Progress progress,
            EmbeddingMaps maps) {
        List<Path> files = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Map<String, FigurePage> drawn = new LinkedHashMap<>();
        for (Figure figure : experiment.figures()) {
            for (String dataset : experiment.datasets()) {
                FigureInput input = new FigureInput(
                        experiment, dataset, finished(outcomes, dataset), new TrialFiles(store), people, progress);
                FigurePage page = page(figure, input, maps);
                page.notes()
                        .forEach(note -> notes.add(
                                "Figure " + word(figure) + " of " + PlainText.of(dataset) + ": " + note + "."));
                if (!page.isEmpty()) {
                    String name = fileName(stem(experiment, figure) + "-" + dataset);
                    WholeFile.write(folder.resolve(name + ".csv"), page.csv());
                    files.add(folder.resolve(name + ".csv"));
                    drawn.put(name, page);
                }
            }
        }
        // After all numbers: a machine that cannot draw has them nevertheless.
        drawn.forEach((name, page) -> {
            if (!page.charts().isEmpty()) {
                files.addAll(new Picture(page.title(), source(experiment, page), page.charts())
                        .write(folder.resolve(name + ".png"), folder.resolve(name + ".svg")));
            }
        });
        return new Written(files, notes);
    }

    /**
     * Looks for mistakes in what an experiment says of its figures, before anything long begins.
     *
     * @param people as in {@link #write}
     * @throws io.github.psbench.base.Failure of kind USAGE with the first that is found
     */
    public static void check(Experiment experiment, Function<TrialSpec, PersonDataset> people) {
        if (experiment.figures().contains(Figure.TSNE)) {
            EmbeddingMapFigure.check(experiment, people);
        }
    }

    private static List<TrialOutcome> finished(List<TrialOutcome> outcomes, String dataset) {
        return outcomes.stream()
                .filter(outcome -> outcome.state() == TrialState.DONE
                        && outcome.spec().dataset().equals(dataset))
                .toList();
    }

    private static FigurePage page(Figure figure, FigureInput input, EmbeddingMaps maps) {
        return switch (figure) {
            case WEIGHTS -> WeightsFigure.of(input);
            case CONVERGENCE -> ConvergenceFigure.of(input, input.experiment().metric());
            case PAIR_COSINES -> PairCosinesFigure.of(input);
            case SWEEP -> SweepFigure.of(input, input.experiment().metric());
            case TSNE -> EmbeddingMapFigure.of(input, maps);
            case RETRIEVAL -> new FigurePage("", List.of(), List.of(), List.of(), List.of());
        };
    }

    private static String stem(Experiment experiment, Figure figure) {
        return experiment.figures().size() == 1 ? experiment.name() : experiment.name() + "-" + word(figure);
    }

    private static String word(Figure figure) {
        return figure.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String source(Experiment experiment, FigurePage page) {
        return "Experiment " + PlainText.of(experiment.name()) + ", profile " + PlainText.of(experiment.profile())
                + (experiment.overrides().isEmpty() ? "" : ", with " + PlainText.of(experiment.overridesInWords()))
                + "; " + page.n() + (page.n().equals("n = 1") ? " seed" : " seeds");
    }

    /** A name that any file system takes; other names for other data sets. */
    private static String fileName(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9=_.-]", "-");
        return plain.equals(name) ? name : plain + "-" + Sha256.ofText(name).substring(0, 8);
    }
}
