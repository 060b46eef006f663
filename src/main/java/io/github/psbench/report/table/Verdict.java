package io.github.psbench.report.table;

import io.github.psbench.report.document.Grid;
import java.util.Collection;

/** What seeds say of a claim, or of one comparison in it. */
enum Verdict {
    HOLDS("holds"),
    WITHIN_NOISE("within noise"),
    CONTRADICTED("contradicted"),
    NOT_TESTED("not tested");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    Grid.Cell cell() {
        return Grid.Cell.of(
                word,
                switch (this) {
                    case HOLDS -> Grid.Emphasis.AGREES;
                    case CONTRADICTED -> Grid.Emphasis.DISAGREES;
                    case WITHIN_NOISE, NOT_TESTED -> Grid.Emphasis.OPEN;
                });
    }

    /** Of a claim that needs every one of these to hold: one that is contradicted contradicts it, else one within noise leaves it open. */
    static Verdict ofAll(Collection<Verdict> verdicts) {
        if (verdicts.contains(CONTRADICTED)) {
            return CONTRADICTED;
        }
        if (verdicts.contains(WITHIN_NOISE)) {
            return WITHIN_NOISE;
        }
        return verdicts.isEmpty() || verdicts.contains(NOT_TESTED) ? NOT_TESTED : HOLDS;
    }
}
