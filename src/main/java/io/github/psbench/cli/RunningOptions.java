package io.github.psbench.cli;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.run.Cost;
import io.github.psbench.run.ForkingLauncher;
import io.github.psbench.run.Launcher;
import io.github.psbench.run.RunPolicy;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How an experiment's trials are run: several at once or not, and what happens when one does not go well. */
final class RunningOptions {
    private static final int MOST_PER_DEVICE = 64;

    @Mixin
    private DeviceOptions devices = new DeviceOptions();

    @Option(
            names = "--per-device",
            paramLabel = "N",
            description =
                    "How many trials share a device. Default: 1 for a GPU; for the processor as many as there are cores for their threads, and"
                            + " memory.")
    private @Nullable Integer perDevice;

    @Option(
            names = "--retries",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Begin a trial again up to N times if its process crashes, hangs, or lacks memory or disk. It goes on from its last"
                            + " checkpoint. Default: ${DEFAULT-VALUE}.")
    private int retries;

    @Option(
            names = "--fail-fast",
            description = "Begin nothing more once a trial has failed. Default: the others are run.")
    private boolean failFast;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "End a trial that takes longer than this, such as 90m or 2h. It counts as failed. Default: no limit.")
    private @Nullable Duration timeout;

    @Option(
            names = "--stall",
            paramLabel = "TIME",
            defaultValue = "30m",
            converter = DurationConverter.class,
            description =
                    "End a trial that makes no progress for this long. It counts as failed. Default: ${DEFAULT-VALUE}.")
    private Duration stall = RunPolicy.USUAL_STALL;

    @Option(
            names = TrialRunCommand.CHECKPOINT_MINUTES,
            paramLabel = "N",
            defaultValue = "5",
            description =
                    "Keep a trial's state every N minutes within an epoch, besides at its end. Default: ${DEFAULT-VALUE}.")
    private double checkpointMinutes = 5;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "Run nothing if all that is to be run would take longer than this, such as 2h, judged as plan does.")
    private @Nullable Duration budget;

    /** @throws Failure of kind USAGE if what is due takes longer than the budget, or cannot be told to take less */
    void requireWithinBudget(Cost.Due due, List<ComputeDevice> slots) {
        Duration most = budget;
        if (most == null) {
            return;
        }
        double seconds = due.seconds() + due.pretrainingSeconds();
        if (seconds > most.toSeconds() * (double) slots.size() || due.estimated() < due.trials()) {
            throw new Failure(
                    ErrorKind.USAGE,
                    "--budget %s: nothing was run. %s Give more time, choose fewer rows, data sets or seeds, or leave --budget out."
                            .formatted(
                                    CostText.duration((double) most.toSeconds()),
                                    CostText.due(due).strip().replace("\n", ". ")),
                    null);
        }
    }

    List<ComputeDevice> devices() {
        return devices.devices();
    }

    /** A place for each trial that may run at once. */
    List<ComputeDevice> slots(List<ComputeDevice> each, Cost cost) {
        Integer share = perDevice;
        if (share != null && (share < 1 || share > MOST_PER_DEVICE)) {
            throw Failure.usage("--per-device must be in 1..%d, got %d.", MOST_PER_DEVICE, share);
        }
        int most = share != null ? share : each.get(0).isGpu() ? 1 : shareOfProcessor(each.get(0), cost);
        return IntStream.range(0, most).boxed().flatMap(round -> each.stream()).toList();
    }

    private static int shareOfProcessor(ComputeDevice processor, Cost cost) {
        long cores = Runtime.getRuntime().availableProcessors() / processor.threads();
        long inMemory = processor.freeBytes() / Math.max(1, cost.space().memoryBytes());
        return (int) Math.max(1, Math.min(Math.min(cores, inMemory), cost.due().trials()));
    }

    RunPolicy policy(List<ComputeDevice> slots) {
        if (retries < 0) {
            throw Failure.usage("--retries must be 0 or more, got %d.", retries);
        }
        return new RunPolicy(slots, retries, failFast, timeout, stall);
    }

    /** @param slots as many trials run at once, if so many are due */
    Launcher launcher(ExperimentOptions options, Cost.Due due, List<ComputeDevice> slots) {
        return new ForkingLauncher(
                Psbench.class,
                List.of(
                        "--results",
                        options.results().toString(),
                        "--data",
                        options.data().places().data().toString(),
                        TrialRunCommand.CHECKPOINT_MINUTES,
                        String.valueOf(checkpointMinutes),
                        TrialRunCommand.TRIALS_AT_ONCE,
                        String.valueOf(Math.max(1, Math.min(slots.size(), due.trials())))));
    }
}
