package io.github.psbench.cli;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import io.github.psbench.report.figure.EmbeddingMaps;
import io.github.psbench.report.figure.Figures;
import io.github.psbench.report.page.Exhibit;
import io.github.psbench.report.page.MappedDataset;
import io.github.psbench.report.page.ReportPage;
import io.github.psbench.run.Plan;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialState;
import io.github.psbench.spec.Choices;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.ExperimentFolder;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "page",
        description = {
            "Writes one page of all experiments, from what has been run so far, for a browser without a network: tables, verdicts, figures,"
                    + " and behind each measured number its runs. Trains nothing.",
            "What has no finished trial is named on the page, and left out."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  psbench page",
            "  psbench page experiments/table4.yaml experiments/fig5.yaml",
            "  psbench page --profile compact --datasets market1501 --out results/report-market1501"
        })
final class PageCommand implements Callable<Integer> {
    private static final Path EXPERIMENTS = Path.of("experiments");
    private static final Path USUAL_RESULTS = Path.of("results");
    private static final String NONE_FINISHED = "no trial is finished.";

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Experiment files. Default: all of experiments/ that can stand alone.")
    private List<Path> files = List.of();

    @Option(names = "--profile", paramLabel = "NAME", description = "The profile to use. Default: each file's own.")
    private @Nullable String profile;

    @Option(
            names = "--datasets",
            paramLabel = "NAME",
            split = ",",
            description = "Only these data sets of each file, separated by commas. Default: those of the profile.")
    private List<String> datasets = List.of();

    @Option(names = "--seeds", paramLabel = "SEEDS", description = "Seeds instead of each file's: 0..4, or 0,1,2.")
    private @Nullable String seeds;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where index.html and the figures go. Default: report/ in the folder of the results.")
    private @Nullable Path out;

    @Mixin
    private StoreOption store = new StoreOption();

    @Mixin
    private DataRootOption data = new DataRootOption();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        return StopSignal.during(command.commandLine().getErr(), "No page was written.", this::write);
    }

    private int write(Progress progress) {
        if (!Files.isDirectory(store.results())) {
            throw Failure.usage(
                    "There is no folder %s, so nothing was run there. Run something first, such as `psbench run experiments/table2.yaml`, or"
                            + " name another folder with --results.",
                    store.results());
        }
        Path folder = out == null ? store.results().resolve("report") : out;
        List<Exhibit> exhibits = new ArrayList<>();
        List<ReportPage.Absent> absent = new ArrayList<>();
        for (Path file : files.isEmpty() ? ExperimentFolder.files(EXPERIMENTS) : files) {
            try {
                Exhibit exhibit = exhibit(file, folder, progress);
                if (exhibit == null) {
                    absent.add(new ReportPage.Absent(file, NONE_FINISHED));
                } else {
                    exhibits.add(exhibit);
                }
            } catch (Failure e) {
                if (!files.isEmpty() || e.kind() != ErrorKind.USAGE) {
                    throw e;
                }
                absent.add(new ReportPage.Absent(file, e.getMessage())); // nobody has asked for just this file
            }
        }
        Path page = ReportPage.write(exhibits, absent, store.results(), folder);
        PrintWriter printer = command.commandLine().getOut();
        exhibits.forEach(exhibit -> printer.println(exhibit.file() + ": " + exhibit.progress()));
        absent.forEach(left -> printer.println("Left out: " + left.file() + ": " + left.reason()));
        printer.println("Written: " + page);
        printer.flush();
        return 0;
    }

    /** Null where no trial is finished. */
    private @Nullable Exhibit exhibit(Path file, Path folder, Progress progress) {
        Experiment experiment = Experiment.read(
                file,
                new Choices(
                        profile, datasets, seeds == null ? List.of() : Choices.seedsFrom(seeds), List.of(), List.of()));
        Plan plan = Plan.of(experiment, data.places(), store.store(), progress);
        List<TrialOutcome> outcomes = plan.outcomes();
        if (outcomes.stream().noneMatch(outcome -> outcome.state() == TrialState.DONE)) {
            return null;
        }
        EmbeddingMaps maps = new EmbeddingMaps(store.store());
        Figures.Written figures = figures(experiment, outcomes, plan, folder, progress, maps);
        List<String> notes = new ArrayList<>(figures.notes());
        List<MappedDataset> mapped =
                MappedDataset.of(experiment, outcomes, figures, maps, plan::people, progress, notes::add);
        return new Exhibit(
                file, options(), experiment, outcomes, new Figures.Written(figures.figures(), notes), mapped);
    }

    /** On a machine that cannot draw, the page stands without them, and says so. */
    private Figures.Written figures(
            Experiment experiment,
            List<TrialOutcome> outcomes,
            Plan plan,
            Path folder,
            Progress progress,
            EmbeddingMaps maps) {
        try {
            return Figures.write(
                    experiment, outcomes, store.store(), plan::people, folder.resolve("figures"), progress, maps);
        } catch (Failure e) {
            if (e.kind() != ErrorKind.RESOURCES) {
                throw e;
            }
            return new Figures.Written(List.of(), List.of(e.getMessage()));
        }
    }

    /** What a run has to be given to run the same trials. */
    private List<String> options() {
        List<String> options = new ArrayList<>();
        if (profile != null) {
            options.addAll(List.of("--profile", profile));
        }
        if (!datasets.isEmpty()) {
            options.addAll(List.of("--datasets", String.join(",", datasets)));
        }
        if (seeds != null) {
            options.addAll(List.of("--seeds", seeds));
        }
        if (!store.results().equals(USUAL_RESULTS)) {
            options.addAll(List.of("--results", store.results().toString()));
        }
        return options;
    }
}
