package io.github.psbench.cli;

import io.github.psbench.report.table.Report;
import io.github.psbench.report.table.Split;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialState;
import io.github.psbench.spec.Experiment;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** The end of run and report: the table in files and on the screen, and where the files lie. */
final class TablePrinter {
    private TablePrinter() {}

    /** @return the files; none if no trial is done or failed */
    static List<Path> write(Experiment experiment, List<TrialOutcome> outcomes, Set<Split> splits, Path folder) {
        boolean begun = outcomes.stream()
                .anyMatch(outcome -> outcome.state() == TrialState.DONE || outcome.state() == TrialState.FAILED);
        return begun ? Report.write(experiment, outcomes, splits, folder) : List.of();
    }

    static void writeAndPrint(
            Experiment experiment,
            List<TrialOutcome> outcomes,
            Set<Split> splits,
            Path folder,
            OutputFormat format,
            CommandLine command) {
        List<Path> files = write(experiment, outcomes, splits, folder);
        PrintWriter out = command.getOut();
        switch (format) {
            case TEXT -> {
                out.print(Report.text(experiment, outcomes, splits, command.getUsageHelpWidth()));
                out.println();
                out.println(
                        !files.isEmpty()
                                ? "Written: "
                                        + files.stream().map(Path::toString).collect(Collectors.joining(", "))
                                : "No trial is finished, so no file was written.");
            }
            case JSON -> out.print(Report.json(experiment, outcomes));
        }
        out.flush();
    }
}
