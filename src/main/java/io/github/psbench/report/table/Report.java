package io.github.psbench.report.table;

import io.github.psbench.base.WholeFile;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Writes an experiment's table in every format. The same experiment and outcomes give the same bytes. */
public final class Report {
    private Report() {}

    /**
     * Writes {@code <name>.md}, {@code .csv} and {@code .json} and, where the experiment claims anything, {@code <name>-claims.csv} into a
     * folder, which is made if need be.
     *
     * @param outcomes one for each trial of the experiment, in its order
     * @param splits which queries the columns are over; at least one
     * @return the files written, the Markdown first
     * @throws IllegalArgumentException if the outcomes are not those of the experiment's trials
     * @throws io.github.psbench.base.Failure of kind RESOURCES if a file cannot be written
     */
    public static List<Path> write(Experiment experiment, List<TrialOutcome> outcomes, Set<Split> splits, Path folder) {
        Table table = Tabulation.of(experiment, outcomes, splits);
        Path markdown = folder.resolve(experiment.name() + ".md");
        Path csv = folder.resolve(experiment.name() + ".csv");
        Path json = folder.resolve(experiment.name() + ".json");
        WholeFile.write(markdown, MarkdownTable.of(table));
        WholeFile.write(csv, CsvTable.of(table));
        WholeFile.write(json, JsonTable.of(table));
        if (table.claims() == null) {
            return List.of(markdown, csv, json);
        }
        Path claims = folder.resolve(experiment.name() + "-claims.csv");
        WholeFile.write(claims, ClaimsCsv.of(table.claims()));
        return List.of(markdown, csv, json, claims);
    }

    /** The table as JSON, byte for byte what {@link #write} writes; it holds all scores, whatever the columns are over. */
    public static String json(Experiment experiment, List<TrialOutcome> outcomes) {
        return JsonTable.of(Tabulation.of(experiment, outcomes, Set.of(Split.ALL)));
    }

    /**
     * The table as text for a terminal.
     *
     * @param outcomes one for each trial of the experiment, in its order
     * @param splits which queries the columns are over; at least one
     * @param columns the terminal's width, less than 30 is taken for 30
     * @throws IllegalArgumentException if the outcomes are not those of the experiment's trials
     */
    public static String text(Experiment experiment, List<TrialOutcome> outcomes, Set<Split> splits, int columns) {
        return TerminalTable.of(Tabulation.of(experiment, outcomes, splits), columns);
    }
}
