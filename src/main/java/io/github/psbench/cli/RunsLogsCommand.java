package io.github.psbench.cli;

import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import io.github.psbench.run.StoredTrial;
import io.github.psbench.run.StoredTrials;
import io.github.psbench.run.TrialFolder;
import io.github.psbench.run.TrialState;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "logs",
        description = "Prints a trial's log.txt: what happened in all its attempts, and what its processes printed.",
        footerHeading = "%nExamples:%n",
        footer = {"  psbench runs logs 4d98c961", "  psbench runs logs 4d98c961 --follow"})
final class RunsLogsCommand implements Callable<Integer> {
    private static final long BETWEEN_LOOKS_MILLIS = 500;

    @Parameters(paramLabel = "ID", description = StoreOption.ID)
    private String id = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Go on printing until the trial is done or has failed, or Ctrl-C.")
    private boolean follow;

    @Mixin
    private StoreOption store = new StoreOption();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        StoredTrials trials = store.trials();
        StoredTrial trial = trials.find(id);
        LogTail tail = new LogTail();
        boolean printed = print(trial, tail);
        if (!printed && !follow) {
            throw Failure.usage("Trial %s has no log: it was never begun. `psbench run` begins it.", trial.shortId());
        }
        try {
            while (goesOn(trial)) {
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
                trial = trials.find(trial.id());
                print(trial, tail);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while it followed a log");
        }
        return 0;
    }

    private boolean goesOn(StoredTrial trial) {
        return follow && trial.state() != TrialState.DONE && trial.state() != TrialState.FAILED;
    }

    /** @return whether there is a log */
    private boolean print(StoredTrial trial, LogTail tail) {
        try {
            return tail.printNew(
                    new TrialFolder(trial).log(),
                    !goesOn(trial),
                    command.commandLine().getOut());
        } catch (IOException e) {
            throw Failure.resources(
                    "%s cannot be read: %s.", trial.folder(), IoReason.of(e).why());
        }
    }
}
