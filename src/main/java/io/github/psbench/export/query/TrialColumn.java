package io.github.psbench.export.query;

/**
 * A column of the table of trials.
 *
 * @param name as conditions and options call it
 * @param type of its values
 * @param setting whether it is one of the settings that a trial was run with; else it is what the trial is or came to
 */
record TrialColumn(String name, ColumnType type, boolean setting) {
    /** Whether people want its numbers rounded: a setting is what it is, to its last digit. */
    boolean measured() {
        return !setting && type.isNumeric();
    }
}
