package io.github.psbench.cli;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import io.github.psbench.device.EngineNatives;
import io.github.psbench.run.ForkingLauncher;
import io.github.psbench.run.Reproduction;
import io.github.psbench.run.RunPolicy;
import io.github.psbench.run.Runner;
import io.github.psbench.run.StoredTrial;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialState;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "reproduce",
        description = {
            "Runs a finished trial again, its pretraining included, and says whether it came to the same bytes, or to the same scores.",
            "The second run lies in reproductions/ID-N below the results and takes nothing over from the first. Ctrl-C keeps its state; the"
                    + " same command goes on from there. Where bytes differ, the facts that differ between the two environments may tell why:"
                    + " another number of threads (OMP_NUM_THREADS) is enough."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the same bytes, or scores within the tolerance",
            "1:scores differ, or the second run failed",
            "2:wrong usage",
            "3:data, weights or psbench have changed since, or the trial does not say how it was launched",
            "130:ended by Ctrl-C; 143: by SIGTERM"
        },
        footer = {
            "",
            "Examples:",
            "  psbench runs reproduce 4d98c961",
            "  psbench runs reproduce 4d98c961 --tolerance 0.5 --format json"
        })
final class RunsReproduceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = StoreOption.ID)
    private String id = "";

    @Option(
            names = "--tolerance",
            paramLabel = "POINTS",
            defaultValue = "0",
            description = "By how many percent points a score may differ, where bytes do. Default: ${DEFAULT-VALUE}.")
    private double tolerance;

    @Mixin
    private StoreOption store = new StoreOption();

    @Mixin
    private DeviceOptions devices = new DeviceOptions();

    @Mixin
    private DataRootOption data = new DataRootOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        if (!(tolerance >= 0 && tolerance <= 100)) {
            throw new ParameterException(
                    command.commandLine(), "--tolerance must be in 0..100 percent points, got " + tolerance + ".");
        }
        EngineNatives.requireFit(System.getenv());
        return StopSignal.during(
                command.commandLine().getErr(), "Its state is kept; the same command goes on from there.", this::run);
    }

    private int run(Progress progress) {
        StoredTrial original = store.trials().find(id);
        if (original.state() != TrialState.DONE) {
            throw Failure.usage(
                    "Trial %s is %s; only a finished one can be compared with. `psbench run` finishes it.",
                    original.shortId(), TrialListing.inWords(original.state()));
        }
        Reproduction reproduction = Reproduction.next(store.results(), original.id());
        List<String> options = List.of(
                "--results",
                reproduction.results().toString(),
                "--data",
                data.places().data().toString(),
                TrialRunCommand.TRIALS_AT_ONCE,
                "1");
        Runner runner =
                new Runner(new ForkingLauncher(Psbench.class, options), RunPolicy.on(devices.devices()), progress);
        TrialOutcome outcome =
                runner.run(reproduction.plan(data.places(), progress)).get(0);
        if (outcome.state() != TrialState.DONE) {
            throw new Failure(
                    ErrorKind.TRIAL_FAILED,
                    "The second run in %s is %s: %s"
                            .formatted(
                                    reproduction.results(),
                                    TrialListing.inWords(outcome.state()),
                                    Objects.requireNonNullElse(outcome.reason(), "it did not come to its end.")),
                    null);
        }
        ReproductionReport report = new ReproductionReport(reproduction, reproduction.resemblance(), tolerance);
        command.commandLine().getOut().println(format.chosen() == OutputFormat.JSON ? report.json() : report.text());
        command.commandLine().getOut().flush();
        return report.agrees() ? 0 : ErrorKind.TRIAL_FAILED.exitCode();
    }
}
