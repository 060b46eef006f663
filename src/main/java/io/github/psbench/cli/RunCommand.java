package io.github.psbench.cli;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Progress;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.device.EngineNatives;
import io.github.psbench.run.Plan;
import io.github.psbench.run.Runner;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialState;
import io.github.psbench.spec.Experiment;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = {
            "Runs an experiment's trials that are not done, then writes and prints its table, with verdicts on its claims, and draws its"
                    + " figures.",
            "Each trial runs in a process of its own, so that a crash costs that trial alone. Ctrl-C keeps the state of those under way; the"
                    + " same command goes on from there, to the same bits as if it had not been stopped."
        },
        footer = {
            "",
            "Examples:",
            "  psbench run experiments/table2.yaml",
            "  psbench run experiments/table2.yaml --profile compact --datasets market1501 --seeds 0",
            "  psbench run experiments/table2.yaml --set loss.asmr.lambda=4 --results results-lambda4",
            "  psbench run experiments/sweep-lambda.yaml --rows 'Ours, lambda = 4'"
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Mixin
    private RunningOptions running = new RunningOptions();

    @Mixin
    private SplitOption splits = new SplitOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        EngineNatives.requireFit(System.getenv());
        Experiment experiment = options.experiment();
        return StopSignal.during(
                command.commandLine().getErr(),
                "What was done is kept; the same command goes on from there.",
                progress -> run(experiment, progress));
    }

    private int run(Experiment experiment, Progress progress) {
        Plan plan = options.plan(experiment, progress);
        List<ComputeDevice> slots = running.slots(plan);
        running.requireWithinBudget(plan, slots);
        List<TrialOutcome> outcomes = new Runner(running.launcher(options), running.policy(slots), progress).run(plan);
        TablePrinter.writeAndPrint(
                experiment, outcomes, splits.chosen(), options.tables(splits), format.chosen(), command.commandLine());
        FigurePrinter.writeAndPrint(
                experiment, outcomes, options.store(), options.figures(), format.chosen(), command.commandLine());
        if (format.chosen() == OutputFormat.TEXT) {
            command.commandLine()
                    .getOut()
                    .print(CostText.spent(plan.cost(slots.get(0)).spent()));
            command.commandLine().getOut().flush();
        }
        return exitCode(outcomes);
    }

    private static int exitCode(List<TrialOutcome> outcomes) {
        Set<TrialState> states = outcomes.stream().map(TrialOutcome::state).collect(Collectors.toSet());
        states.remove(TrialState.DONE);
        if (states.isEmpty()) {
            return 0;
        }
        return (states.equals(Set.of(TrialState.NO_DATA)) ? ErrorKind.DATA : ErrorKind.TRIAL_FAILED).exitCode();
    }
}
