package io.github.psbench.report.time;

import io.github.psbench.report.document.Document;
import io.github.psbench.report.document.ReportFiles;
import io.github.psbench.report.document.Terminal;
import io.github.psbench.run.RunStore;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import java.nio.file.Path;
import java.util.List;

/** An experiment's table of times in every format. The same times give the same bytes. */
public final class TimeReport {
    private final TimeTable table;

    private TimeReport(TimeTable table) {
        this.table = table;
    }

    /**
     * Reads what the trials have kept of their times.
     *
     * @param outcomes one for each trial of the experiment
     * @param store where the finished ones lie
     * @throws io.github.psbench.base.Failure of kind DATA if what a trial has left is damaged
     */
    public static TimeReport of(Experiment experiment, List<TrialOutcome> outcomes, RunStore store) {
        return new TimeReport(TimeTable.of(experiment, outcomes, store));
    }

    /** What people read. */
    public Document document() {
        return TimeDocument.of(table);
    }

    /**
     * Writes it in every format.
     *
     * @param name of the files, without what they end in
     * @throws io.github.psbench.base.Failure of kind RESOURCES if a file cannot be written
     * @return the files written, the Markdown first
     */
    public List<Path> write(Path folder, String name) {
        return new ReportFiles(name, document(), TimeCsv.of(table), json()).write(folder);
    }

    /** Everything, for programs. */
    public String json() {
        return TimeJson.of(table);
    }

    /**
     * For a terminal.
     *
     * @param columns its width
     */
    public String text(int columns) {
        return Terminal.of(document(), columns);
    }
}
