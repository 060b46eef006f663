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
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the figures that an experiment asks for. The same experiment, outcomes and store give the same bytes. */
public final class Figures {
    /**
     * What was written.
     *
     * @param notes what is missing and why, whole sentences
     */
    public record Written(List<Drawn> figures, List<String> notes) {
        public Written {
            figures = List.copyOf(figures);
            notes = List.copyOf(notes);
        }

        /** All numbers, then the pictures. */
        public List<Path> files() {
            return Stream.concat(
                            figures.stream().map(Drawn::csv),
                            figures.stream().flatMap(drawn -> drawn.pictures().stream()))
                    .toList();
        }
    }

    /**
     * A figure of one data set.
     *
     * @param title what is seen
     * @param source what it was measured in: experiment, profile, seeds
     * @param words what is seen, in sentences, for those who cannot see it
     * @param csv the numbers
     * @param pictures the same as PNG and SVG; none where the numbers cannot be drawn
     */
    public record Drawn(
            Figure figure, String dataset, String title, String source, String words, Path csv, List<Path> pictures) {
        public Drawn {
            pictures = List.copyOf(pictures);
        }
    }

    /** A figure whose numbers are written. */
    private record Numbered(Figure figure, String dataset, FigurePage page, String name) {}

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
        List<String> notes = new ArrayList<>();
        List<Numbered> numbered = new ArrayList<>();
        for (Figure figure : experiment.figures()) {
            for (String dataset : experiment.datasets()) {
                FigureInput input = new FigureInput(
                        experiment, dataset, finished(outcomes, dataset), new TrialFiles(store), people, progress);
                FigurePage page = page(figure, input);
                page.notes()
                        .forEach(note -> notes.add(
                                "Figure " + word(figure) + " of " + PlainText.of(dataset) + ": " + note + "."));
                if (!page.isEmpty()) {
                    String name = fileName(stem(experiment, figure) + "-" + dataset);
                    WholeFile.write(folder.resolve(name + ".csv"), page.csv());
                    numbered.add(new Numbered(figure, dataset, page, name));
                }
            }
        }
        // After all numbers: a machine that cannot draw has them nevertheless.
        return new Written(
                numbered.stream().map(drawn -> draw(experiment, drawn, folder)).toList(), notes);
    }

    private static Drawn draw(Experiment experiment, Numbered numbered, Path folder) {
        FigurePage page = numbered.page();
        String source = source(experiment, page);
        List<Path> pictures = page.charts().isEmpty()
                ? List.of()
                : new Picture(page.title(), source, page.charts())
                        .write(folder.resolve(numbered.name() + ".png"), folder.resolve(numbered.name() + ".svg"));
        return new Drawn(
                numbered.figure(),
                numbered.dataset(),
                page.title(),
                source,
                ChartWords.of(page.title(), page.charts()),
                folder.resolve(numbered.name() + ".csv"),
                pictures);
    }

    private static List<TrialOutcome> finished(List<TrialOutcome> outcomes, String dataset) {
        return outcomes.stream()
                .filter(outcome -> outcome.state() == TrialState.DONE
                        && outcome.spec().dataset().equals(dataset))
                .toList();
    }

    private static FigurePage page(Figure figure, FigureInput input) {
        return switch (figure) {
            case WEIGHTS -> WeightsFigure.of(input);
            case CONVERGENCE -> ConvergenceFigure.of(input, input.experiment().metric());
            case PAIR_COSINES -> PairCosinesFigure.of(input);
            case SWEEP -> SweepFigure.of(input, input.experiment().metric());
            case RETRIEVAL, TSNE -> new FigurePage("", List.of(), List.of(), List.of(), List.of());
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
