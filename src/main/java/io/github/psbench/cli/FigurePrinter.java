package io.github.psbench.cli;

import io.github.psbench.base.Progress;
import io.github.psbench.report.figure.Figures;
import io.github.psbench.run.Plan;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** What follows the table of run and report: the experiment's figures in files, where they lie, and what is missing. */
final class FigurePrinter {
    private FigurePrinter() {}

    static void writeAndPrint(
            Experiment experiment,
            List<TrialOutcome> outcomes,
            Plan plan,
            ExperimentOptions options,
            CategoriesOption categories,
            OutputFormat format,
            CommandLine command,
            Progress progress) {
        Figures.Written written = Figures.write(
                experiment, outcomes, options.store(), plan::people, options.figures(categories), progress);
        if (format == OutputFormat.TEXT) {
            PrintWriter out = command.getOut();
            written.notes().forEach(out::println);
            if (!written.files().isEmpty()) {
                out.println("Written: "
                        + written.files().stream().map(Path::toString).collect(Collectors.joining(", ")));
            }
            out.flush();
        }
    }
}
