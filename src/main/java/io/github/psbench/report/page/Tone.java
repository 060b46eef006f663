package io.github.psbench.report.page;

import java.util.Locale;

/** The colour of a verdict, as the tables have it. */
enum Tone {
    AGREES,
    DISAGREES,
    OPEN;

    static Tone of(String verdict) {
        return switch (verdict) {
            case "holds", "reproduced" -> AGREES;
            case "contradicted", "not reproduced" -> DISAGREES;
            default -> OPEN;
        };
    }

    /** The class in the style sheet. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
