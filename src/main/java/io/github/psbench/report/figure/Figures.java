package io.github.psbench.report.figure;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import io.github.psbench.base.Sha256;
import io.github.psbench.base.WholeFile;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.report.chart.Chart;
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
     * @param charts from top to bottom; none where the numbers cannot be drawn
     * @param realPeople whether pictures of real people are in it
     * @param csv the numbers
     * @param pictures the same as PNG and SVG; none where the numbers cannot be drawn
     */
    public record Drawn(
            Figure figure,
            String dataset,
            String title,
            String source,
            String words,
            List<Chart> charts,
            boolean realPeople,
            Path csv,
            List<Path> pictures) {
        public Drawn {
            charts = List.copyOf(charts);
            pictures = List.copyOf(pictures);
        }
    }

    /** A figure whose numbers are written. */
    private record Numbered(Figure figure, String dataset, FigurePage page, boolean realPeople, Path csv) {}

    private Figures() {}

    /**
     * Writes {@code <experiment>-<figure>-<data set>.png}, {@code .svg} and {@code .csv} into a folder, which is made if need be; an
     * experiment with a single figure leaves {@code -<figure>} out. A figure shows the trials that are finished; where none is, or where
     * files of one of them are damaged, there is a note and no file.
     *
     * <p>What shows pictures of real people goes into a folder {@code private} in that folder, which git ignores, and a note says so.
     *
     * @param outcomes one for each trial of the experiment, in its order
     * @param people the images of a trial's data set; throws a {@link io.github.psbench.base.Failure} of kind DATA where they are not to be
     *     had, and then the figures that need them are left out with a note
     * @throws io.github.psbench.base.Failure of kind RESOURCES if a file cannot be written, or if the machine has no fonts, in which case
     *     the CSV files are there
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
        List<String> notes = new ArrayList<>();
        List<Numbered> numbered = new ArrayList<>();
        for (Figure figure : experiment.figures()) {
            for (String dataset : experiment.datasets()) {
                FigureInput input = new FigureInput(
                        experiment, dataset, finished(outcomes, dataset), new TrialFiles(store), people, progress);
                FigurePage page = page(figure, input, maps);
                page.notes().forEach(note -> notes.add(told(figure, dataset, note)));
                if (!page.isEmpty()) {
                    boolean real = figure == Figure.RETRIEVAL && input.showsRealPeople();
                    Path place = real ? PrivateFolder.in(folder) : folder;
                    if (real) {
                        notes.add(told(figure, dataset, PrivateFolder.note(place)));
                    }
                    Path csv = place.resolve(fileName(stem(experiment, figure) + "-" + dataset) + ".csv");
                    WholeFile.write(csv, page.csv());
                    numbered.add(new Numbered(figure, dataset, page, real, csv));
                }
            }
        }
        // After all numbers: a machine that cannot draw has them nevertheless.
        return new Written(numbered.stream().map(page -> draw(experiment, page)).toList(), notes);
    }

    private static Drawn draw(Experiment experiment, Numbered numbered) {
        FigurePage page = numbered.page();
        String source = source(experiment, page);
        Path csv = numbered.csv();
        String name = csv.getFileName().toString().replaceFirst("\\.csv$", "");
        List<Path> pictures = page.charts().isEmpty()
                ? List.of()
                : new Picture(page.title(), source, page.charts())
                        .write(csv.resolveSibling(name + ".png"), csv.resolveSibling(name + ".svg"));
        return new Drawn(
                numbered.figure(),
                numbered.dataset(),
                page.title(),
                source,
                ChartWords.of(page.title(), page.charts()),
                page.charts(),
                numbered.realPeople(),
                csv,
                pictures);
    }

    /**
     * Looks for mistakes in what an experiment says of its figures, before anything long begins. Data sets that are not to be had are left for
     * later.
     *
     * @param people as for {@link #write}
     * @throws Failure of kind USAGE with the first that is found
     */
    public static void check(Experiment experiment, Function<TrialSpec, PersonDataset> people) {
        if (experiment.figures().contains(Figure.RETRIEVAL)
                && !experiment.retrieval().query().isEmpty()) {
            checkQueries(experiment, people);
        }
        if (experiment.figures().contains(Figure.TSNE)) {
            EmbeddingMapFigure.check(experiment, people);
        }
    }

    private static void checkQueries(Experiment experiment, Function<TrialSpec, PersonDataset> people) {
        for (String dataset : experiment.datasets()) {
            TrialSpec first = experiment.trials().stream()
                    .filter(trial -> trial.dataset().equals(dataset))
                    .findFirst()
                    .orElseThrow();
            try {
                ChosenQueries.of(experiment.retrieval(), people.apply(first));
            } catch (Failure e) {
                if (e.kind() != ErrorKind.DATA) {
                    throw e;
                }
            }
        }
    }

    static List<TrialOutcome> finished(List<TrialOutcome> outcomes, String dataset) {
        return outcomes.stream()
                .filter(outcome -> outcome.state() == TrialState.DONE
                        && outcome.spec().dataset().equals(dataset))
                .toList();
    }

    /** Only a note where a trial's files are damaged: the other figures can be had all the same. */
    private static FigurePage page(Figure figure, FigureInput input, EmbeddingMaps maps) {
        try {
            return wholePage(figure, input, maps);
        } catch (Failure e) {
            if (e.kind() != ErrorKind.DATA) {
                throw e;
            }
            return FigurePage.nothing("it is left out: " + e.getMessage().replaceAll("\\.$", ""));
        }
    }

    private static FigurePage wholePage(Figure figure, FigureInput input, EmbeddingMaps maps) {
        return switch (figure) {
            case WEIGHTS -> WeightsFigure.of(input);
            case CONVERGENCE -> ConvergenceFigure.of(input, input.experiment().metric());
            case PAIR_COSINES -> PairCosinesFigure.of(input);
            case SWEEP -> SweepFigure.of(input, input.experiment().metric());
            case RETRIEVAL -> RetrievalPage.of(input);
            case TSNE -> EmbeddingMapFigure.of(input, maps);
        };
    }

    private static String told(Figure figure, String dataset, String note) {
        return "Figure " + word(figure) + " of " + PlainText.of(dataset) + ": " + note + ".";
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
