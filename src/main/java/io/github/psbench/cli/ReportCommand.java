package io.github.psbench.cli;

import io.github.psbench.spec.Experiment;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "report",
        description =
                "Writes and prints an experiment's table, and verdicts on its claims, from what has been run so far. Trains nothing.",
        footer = {
            "",
            "Examples:",
            "  psbench report experiments/table2.yaml",
            "  psbench report experiments/table2.yaml --split seen,unseen"
        })
final class ReportCommand implements Callable<Integer> {
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
        Experiment experiment = options.experiment();
        return StopSignal.during(command.commandLine().getErr(), "No table was written.", progress -> {
            TablePrinter.writeAndPrint(
                    experiment,
                    options.plan(experiment, progress).outcomes(),
                    splits.chosen(),
                    options.tables(splits),
                    format.chosen(),
                    command.commandLine());
            return 0;
        });
    }
}
