package io.github.psbench.cli;

import java.util.OptionalInt;

/** The terminal on standard error, if there is one. The launcher looks, because Java itself can only tell whether all streams are one. */
final class Terminal {
    private static final int NARROWEST = 20;

    private Terminal() {}

    /** Its width; empty where standard error goes to a file, a pipe or a terminal that cannot redraw a line. */
    static OptionalInt columns() {
        Integer columns = Integer.getInteger("psbench.columns");
        return columns == null || columns < NARROWEST ? OptionalInt.empty() : OptionalInt.of(columns);
    }
}
