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
        description = {
            "Runs an experiment's trials that are not done, then writes and prints its table, with verdicts on its claims, and draws its"
                    + " figures.",
            "Ctrl-C keeps every finished trial; the same command goes on from there."
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
                "Finished trials are kept; the same command goes on from there.",
                progress -> run(experiment, progress));
    }

    private int run(Experiment experiment, Progress progress) {
        Plan plan = options.plan(experiment, progress);
        List<TrialOutcome> outcomes = new Runner(options.data().places(), progress).run(plan);
        TablePrinter.writeAndPrint(
                experiment, outcomes, splits.chosen(), options.tables(splits), format.chosen(), command.commandLine());
        FigurePrinter.writeAndPrint(
                experiment, outcomes, options.store(), options.figures(), format.chosen(), command.commandLine());
        if (format.chosen() == OutputFormat.TEXT) {
            command.commandLine().getOut().print(CostText.spent(plan.cost().spent()));
            command.commandLine().getOut().flush();
        }
        return exitCode(outcomes);
    }

    private static int exitCode(List<TrialOutcome> outcomes) {
        if (outcomes.stream()
                .anyMatch(outcome -> outcome.state() == TrialState.FAILED || outcome.state() == TrialState.RUNNING)) {
            return ErrorKind.TRIAL_FAILED.exitCode();
        }
        if (outcomes.stream().anyMatch(outcome -> outcome.state() == TrialState.NO_DATA)) {
            return ErrorKind.DATA.exitCode();
        }
        return 0;
    }
}
