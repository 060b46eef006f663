package io.github.psbench.export.query;

import java.util.Locale;

/** What the values of a column are. */
enum ColumnType {
    TEXT,
    NUMBER,
    /** A number without decimals. */
    WHOLE,
    /** True or false. */
    TRUTH,
    /** A moment, to the second. */
    TIME;

    boolean isNumeric() {
        return this == NUMBER || this == WHOLE;
    }

    String inWords() {
        return switch (this) {
            case WHOLE -> "whole number";
            case TRUTH -> "true or false";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }
}
