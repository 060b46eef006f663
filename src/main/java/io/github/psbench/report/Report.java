package io.github.psbench.report;

import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import java.nio.file.Path;
import java.util.List;

/** Writes an experiment's table in every format. */
public final class Report {
    private Report() {}

    /**
     * Writes {@code <name>.md}, {@code .csv} and {@code .json} into a folder.
     *
     * @param outcomes one for each trial of the experiment, in its order
     * @return the files written, the Markdown first
     */
    public static List<Path> write(Experiment experiment, List<TrialOutcome> outcomes, Path folder) {
        throw new UnsupportedOperationException();
    }

    /** The table as text for a terminal of that many columns. */
    public static String text(Experiment experiment, List<TrialOutcome> outcomes, int columns) {
        throw new UnsupportedOperationException();
    }
}
