package io.github.psbench.cli;

import io.github.psbench.report.figure.Figures;
import io.github.psbench.run.Plan;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "report",
        description = {
            "Writes and prints an experiment's table from what has been run so far, and draws its figures. Trains nothing.",
            "The table has verdicts on the experiment's claims and on numbers that the paper has too; marks what is significantly above (↑) or"
                    + " below (↓) the row that the file names as reference; and is written as Markdown, LaTeX, HTML, CSV and JSON. What each"
                    + " verdict and mark goes by is printed with it."
        },
        footer = {
            "",
            "Examples:",
            "  psbench report experiments/table2.yaml",
            "  psbench report experiments/table2.yaml --split seen,unseen",
            "  psbench report experiments/fig3.yaml --query 'gender=female, upper-colour=red'",
            "  psbench report experiments/fig6.yaml --categories 'hat=yes' --categories 'hat=no'"
        })
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Mixin
    private SplitOption splits = new SplitOption();

    @Mixin
    private QueryOption queries = new QueryOption();

    @Mixin
    private CategoriesOption categories = new CategoriesOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        Experiment experiment = categories.on(queries.of(options.experiment()));
        return StopSignal.during(command.commandLine().getErr(), "No table was written.", progress -> {
            Plan plan = options.plan(experiment, progress);
            Figures.check(experiment, plan::people);
            List<TrialOutcome> outcomes = plan.outcomes();
            new TablePrinter(experiment, outcomes, options.store(), splits.chosen())
                    .writeAndPrint(options.tables(splits), format.chosen(), command.commandLine());
            return StopSignal.told(
                    command.commandLine().getErr(),
                    "The table is written; not all figures are.",
                    figures -> {
                        FigurePrinter.writeAndPrint(
                                experiment,
                                outcomes,
                                plan,
                                options,
                                options.figures(queries, categories),
                                format.chosen(),
                                command.commandLine(),
                                figures);
                        return 0;
                    },
                    progress);
        });
    }
}
