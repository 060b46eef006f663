package io.github.psbench.cli;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Progress;
import io.github.psbench.run.Plan;
import io.github.psbench.run.Runner;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialState;
import io.github.psbench.spec.Experiment;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Runs an experiment's trials that are not done, then writes and prints its table.",
            "Ctrl-C keeps every finished trial; the same command goes on from there."
        },
        footer = {
            "",
            "Examples:",
            "  psbench run experiments/table2.yaml",
            "  psbench run experiments/table2.yaml --profile compact --datasets market1501 --seeds 0",
            "  psbench run experiments/table2.yaml --set loss.asmr.lambda=4 --results /tmp/lambda4"
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        Progress progress =
                TerminalProgress.onStandardError(command.commandLine().getErr());
        Experiment experiment = options.experiment();
        Plan plan = options.plan(experiment, progress);
        List<TrialOutcome> outcomes = new Runner(options.data().places(), progress).run(plan);
        TablePrinter.writeAndPrint(experiment, outcomes, options.tables(), command.commandLine());
        return exitCode(outcomes);
    }

    private static int exitCode(List<TrialOutcome> outcomes) {
        if (outcomes.stream().anyMatch(outcome -> outcome.state() == TrialState.FAILED)) {
            return ErrorKind.TRIAL_FAILED.exitCode();
        }
        if (outcomes.stream().anyMatch(outcome -> outcome.state() == TrialState.NO_DATA)) {
            return ErrorKind.DATA.exitCode();
        }
        return 0;
    }
}
