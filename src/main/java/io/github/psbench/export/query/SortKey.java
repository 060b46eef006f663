package io.github.psbench.export.query;

/**
 * What lines are sorted by.
 *
 * @param name of a column
 */
record SortKey(String name, boolean descending) {
    /** With a minus before the name, the greatest come first. */
    static SortKey of(String written) {
        return written.startsWith("-") ? new SortKey(written.substring(1), true) : new SortKey(written, false);
    }
}
