package io.github.psbench.report;

import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import java.util.List;

/**
 * A table before it takes any format. Text in it is plain: every formatter escapes it as its format asks.
 *
 * @param experiment what was asked for
 * @param sections the data sets of the experiment in its order, then those that only the paper has, by name
 * @param notes to the marks of rows and cells, by mark
 * @param explanations what a reader has to know to read the numbers, whole sentences
 * @param digest of what the numbers come from, see {@link InputsDigest}
 * @param trials in the experiment's order
 */
record Table(
        Experiment experiment,
        List<Section> sections,
        List<Note> notes,
        List<String> explanations,
        String digest,
        List<TrialOutcome> trials) {
    /**
     * One data set.
     *
     * @param rows the published ones first
     * @param facts what its trials say of the data set, whole sentences
     * @param comparisons of measured rows with published ones
     */
    record Section(String dataset, List<Row> rows, List<String> facts, List<Comparison> comparisons) {
        Section {
            rows = List.copyOf(rows);
            facts = List.copyOf(facts);
            comparisons = List.copyOf(comparisons);
        }
    }

    /** @param mark one or more letters */
    record Note(String mark, String text) {
        /** "[a] resnet50, ..." */
        String line() {
            return "[" + mark + "] " + text;
        }
    }

    Table {
        sections = List.copyOf(sections);
        notes = List.copyOf(notes);
        explanations = List.copyOf(explanations);
        trials = List.copyOf(trials);
    }

    /** What the numbers are of: experiment, profile, paper. */
    String caption() {
        String measured = "Experiment " + experiment.name() + ", profile " + experiment.profile() + ".";
        return experiment.published() == null
                ? measured + " The experiment names no published table."
                : measured + " Published numbers: " + experiment.published().table() + " of "
                        + experiment.published().paper() + ", "
                        + experiment.published().title() + ".";
    }

    /** A trial in words: row, data set, seed. */
    static String describe(TrialOutcome trial) {
        return trial.spec().row() + ", " + trial.spec().dataset() + ", seed "
                + trial.spec().seed();
    }

    /** Enough of a trial's id to find its folder. */
    static String shortId(TrialOutcome trial) {
        String id = trial.id();
        return id == null ? "–" : id.substring(0, Math.min(12, id.length()));
    }
}
