package io.github.psbench.cli;

import io.github.psbench.base.Progress;
import io.github.psbench.device.EngineNatives;
import io.github.psbench.run.RunStore;
import io.github.psbench.run.TrialExit;
import io.github.psbench.run.TrialRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = {
            "Runs one trial that `psbench run` has prepared, in this process, from its last checkpoint.",
            "Any number of processes on any machines that share the results folder may run this: one of them is at a trial at a time, and"
                    + " another goes on where it was stopped or fell silent."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, now or before",
            "1:the trial failed; work/ID/failure.json says why",
            "75:another process is at it",
            "130, 143:stopped by Ctrl-C or SIGTERM; its state is kept"
        },
        footer = {"", "Example:", "  psbench trial run 4d98c9618072... --results results"})
final class TrialRunCommand implements Callable<Integer> {
    static final String CHECKPOINT_MINUTES = "--checkpoint-minutes";
    static final String TRIALS_AT_ONCE = "--trials-at-once";

    @Parameters(
            paramLabel = "ID",
            description = "The trial's id, 64 hexadecimal digits, as plan --format json prints it.")
    private String id = "";

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Where the trial was prepared. Default: ${DEFAULT-VALUE}.")
    private Path results = Path.of("results");

    @Option(
            names = CHECKPOINT_MINUTES,
            paramLabel = "N",
            defaultValue = "5",
            description =
                    "Keep the state every N minutes within an epoch, besides at its end. Default: ${DEFAULT-VALUE}.")
    private double checkpointMinutes = 5;

    @Option(
            names = "--until-input-ends",
            hidden = true,
            description = "Stop when standard input ends: whoever started this is gone.")
    private boolean untilInputEnds;

    @Option(
            names = TRIALS_AT_ONCE,
            hidden = true,
            description = "How many trials whoever started this runs on this machine, at most.")
    private @Nullable Integer trialsAtOnce;

    @Mixin
    private DeviceOptions devices = new DeviceOptions();

    @Mixin
    private DataRootOption data = new DataRootOption();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        if (!id.matches("[0-9a-f]{64}")) {
            throw new ParameterException(command.commandLine(), "ID must be 64 hexadecimal digits, got '" + id + "'.");
        }
        EngineNatives.requireFit(System.getenv());
        if (untilInputEnds) {
            Thread watch = new Thread(TrialRunCommand::exitWhenInputEnds, "end of input");
            watch.setDaemon(true);
            watch.start();
        }
        return StopSignal.during(
                command.commandLine().getErr(), "Its state is kept; the same command goes on from there.", this::run);
    }

    private int run(Progress progress) {
        long nanos = Math.round(checkpointMinutes * Duration.ofMinutes(1).toNanos());
        TrialRun run = new TrialRun(
                new RunStore(results),
                data.places(),
                devices.devices().get(0),
                Duration.ofNanos(nanos),
                trialsAtOnce,
                progress);
        return TrialExit.code(run.run(id));
    }

    /** The shutdown that this begins asks the work to stop, as SIGTERM does. */
    private static void exitWhenInputEnds() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // As good as its end.
        }
        System.exit(StopSignal.TERMINATED);
    }
}
