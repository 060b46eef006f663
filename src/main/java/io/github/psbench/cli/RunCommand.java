package io.github.psbench.cli;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Progress;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.device.EngineNatives;
import io.github.psbench.report.figure.Figures;
import io.github.psbench.run.Cost;
import io.github.psbench.run.Plan;
import io.github.psbench.run.Runner;
import io.github.psbench.run.TrialListener;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialState;
import io.github.psbench.spec.Experiment;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
            "  psbench run experiments/sweep-lambda.yaml --rows 'Ours, lambda = 4'",
            "  psbench run experiments/table2.yaml --quiet --format jsonl"
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Mixin
    private RunningOptions running = new RunningOptions();

    @Mixin
    private SplitOption splits = new SplitOption();

    @Mixin
    private QueryOption queries = new QueryOption();

    @Mixin
    private CategoriesOption categories = new CategoriesOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description =
                    "text for people, json for the table as one document, or jsonl: what happens, a JSON object a line, written at"
                            + " once and instead of the table, whose files are written all the same. Default: text.")
    private RunFormat format = RunFormat.TEXT;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show no progress: standard error has errors only. The table is printed as usual.")
    private boolean quiet;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        EngineNatives.requireFit(System.getenv());
        Experiment experiment = categories.on(queries.of(options.experiment()));
        PrintWriter err = command.commandLine().getErr();
        return StopSignal.during(
                err,
                "What was done is kept; the same command goes on from there.",
                quiet ? Progress.SILENT : TerminalProgress.onStandardError(err),
                progress -> run(experiment, progress));
    }

    private int run(Experiment experiment, Progress progress) {
        Plan plan = options.plan(experiment, progress);
        Figures.check(experiment, plan::people);
        List<ComputeDevice> devices = running.devices();
        Cost cost = plan.cost(devices.get(0));
        List<ComputeDevice> slots = running.slots(devices, cost);
        running.requireWithinBudget(cost.due(), slots);
        DiskSpace.require(options.results(), cost.space(), slots.size());
        if (format == RunFormat.JSONL) {
            return runInLines(experiment, plan, cost.due(), slots, progress);
        }
        List<TrialOutcome> outcomes =
                runner(cost.due(), slots, progress, TrialListener.NONE).run(plan);
        new TablePrinter(experiment, outcomes, options.store(), splits.chosen())
                .writeAndPrint(options.tables(splits), format.ofTable(), command.commandLine());
        FigurePrinter.writeAndPrint(
                experiment,
                outcomes,
                plan,
                options,
                options.figures(queries, categories),
                format.ofTable(),
                command.commandLine(),
                progress);
        if (format == RunFormat.TEXT) {
            command.commandLine()
                    .getOut()
                    .print(CostText.spent(plan.cost(devices.get(0)).spent()));
            command.commandLine().getOut().flush();
        }
        tellOfOthers(outcomes);
        return exitCode(outcomes);
    }

    private void tellOfOthers(List<TrialOutcome> outcomes) {
        long elsewhere = outcomes.stream()
                .filter(outcome -> outcome.state() == TrialState.RUNNING)
                .count();
        if (elsewhere > 0) {
            command.commandLine()
                    .getErr()
                    .printf(
                            "psbench: %d of the trials are under way in other runs. The same command completes the table once they are"
                                    + " done.%n",
                            elsewhere);
        }
    }

    private Runner runner(Cost.Due due, List<ComputeDevice> slots, Progress progress, TrialListener listener) {
        return new Runner(running.launcher(options, due, slots), running.policy(slots), progress, listener);
    }

    private int runInLines(
            Experiment experiment, Plan plan, Cost.Due due, List<ComputeDevice> slots, Progress progress) {
        SweepLines lines = new SweepLines(command.commandLine().getOut(), Clock.systemUTC());
        lines.begin(experiment, plan.outcomes(), due);
        List<TrialOutcome> outcomes;
        try {
            outcomes = runner(due, slots, progress, lines).run(plan);
        } catch (CancellationException e) {
            lines.end(plan.outcomes(), null);
            throw e;
        }
        Figures.Written figures = Figures.write(
                experiment, outcomes, options.store(), plan::people, options.figures(queries, categories), progress);
        List<Path> files = new ArrayList<>(
                new TablePrinter(experiment, outcomes, options.store(), splits.chosen()).write(options.tables(splits)));
        files.addAll(figures.files());
        lines.written(files, figures.notes());
        lines.end(outcomes, exitCode(outcomes));
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
