package io.github.psbench.export;

import java.io.IOException;

/** A file of trials, or of their metrics, in the making. */
public sealed interface TrialExport permits CsvExport, JsonLinesExport {
    static TrialExport csv(Appendable out) throws IOException {
        return new CsvExport(out);
    }

    static TrialExport jsonLines(Appendable out) {
        return new JsonLinesExport(out);
    }

    /** Before the first trial. */
    void beginTrials() throws IOException;

    /** A line with what a trial measured. */
    void trial(FinishedTrial trial) throws IOException;

    /** Before the first metrics. */
    void beginMetrics() throws IOException;

    /** A line of a trial's metrics. */
    void metrics(FinishedTrial trial, MetricLine line) throws IOException;
}
