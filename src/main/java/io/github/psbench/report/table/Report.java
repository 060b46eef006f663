package io.github.psbench.report.table;

import io.github.psbench.base.WholeFile;
import io.github.psbench.report.document.Document;
import io.github.psbench.report.document.ReportFiles;
import io.github.psbench.report.document.Terminal;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An experiment's table of scores in every format. The same experiment and outcomes give the same bytes. */
public final class Report {
    private Report() {}

    /**
     * Writes {@code <name>.md}, {@code .tex}, {@code .html}, {@code .csv} and {@code .json} and, where the experiment claims anything, {@code
     * <name>-claims.csv} into a folder, which is made if need be.
     *
     * @param outcomes one for each trial of the experiment, in its order
     * @param splits which queries the columns are over; at least one
     * @return the files written, the Markdown first
     * @throws IllegalArgumentException if the outcomes are not those of the experiment's trials
     * @throws io.github.psbench.base.Failure of kind RESOURCES if a file cannot be written
     */
    public static List<Path> write(Experiment experiment, List<TrialOutcome> outcomes, Set<Split> splits, Path folder) {
        Table table = Tabulation.of(experiment, outcomes, splits);
        ReportFiles files =
                new ReportFiles(experiment.name(), TableDocument.of(table), CsvTable.of(table), JsonTable.of(table));
        List<Path> written = new ArrayList<>(files.write(folder));
        if (table.claims() != null) {
            Path claims = folder.resolve(experiment.name() + "-claims.csv");
            WholeFile.write(claims, ClaimsCsv.of(table.claims()));
            written.add(claims);
        }
        return List.copyOf(written);
    }

    /**
     * The table as people read it, before it takes any format. Its measured cells have {@linkplain #key keys}.
     *
     * @param outcomes one for each trial of the experiment, in its order
     * @param splits which queries the columns are over; at least one
     * @throws IllegalArgumentException if the outcomes are not those of the experiment's trials
     */
    public static Document document(Experiment experiment, List<TrialOutcome> outcomes, Set<Split> splits) {
        return TableDocument.of(Tabulation.of(experiment, outcomes, splits));
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
        return Terminal.of(document(experiment, outcomes, splits), columns);
    }

    /**
     * The key of a measured cell, such as "market1501/Ours/rank1". A slash in a name is "%2F" and a percent sign "%25", so that no two cells
     * share a key.
     *
     * @param column a metric's key, such as "rank1", over all queries; "rank1Seen" and "rank1Unseen" over the two parts of them
     */
    public static String key(String dataset, String row, String column) {
        return escaped(dataset) + "/" + escaped(row) + "/" + column;
    }

    private static String escaped(String name) {
        return name.replace("%", "%25").replace("/", "%2F");
    }
}
