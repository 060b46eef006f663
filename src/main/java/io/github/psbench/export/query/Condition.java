package io.github.psbench.export.query;

import java.util.List;
import java.util.stream.Stream;

/** What trials are chosen by, as it was written; columns and values are still words. */
sealed interface Condition {
    /** How a value is compared. */
    enum Operator {
        EQUAL("="),
        UNEQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        GREATER(">"),
        AT_LEAST(">="),
        CONTAINS("contains");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        /** Whether it holds between two values of which the first is so much less (< 0), the same (0) or greater (> 0). */
        boolean holds(int compared) {
            return switch (this) {
                case EQUAL -> compared == 0;
                case UNEQUAL -> compared != 0;
                case LESS -> compared < 0;
                case AT_MOST -> compared <= 0;
                case GREATER -> compared > 0;
                case AT_LEAST -> compared >= 0;
                case CONTAINS -> throw new IllegalArgumentException("contains is no order");
            };
        }
    }

    /** Holds for trials with such a value; for none without a value. */
    record Comparison(Token column, Operator operator, Token value) implements Condition {}

    /** @param missing whether trials without a value are meant, or those with one */
    record Presence(Token column, boolean missing) implements Condition {}

    /** Holds where all of them do. */
    record All(List<Condition> conditions) implements Condition {}

    /** Holds where at least one of them does. */
    record Any(List<Condition> conditions) implements Condition {}

    /** Holds for all trials that the condition does not hold for. */
    record Not(Condition condition) implements Condition {}

    /** The comparisons in it, as they follow each other. */
    default List<Comparison> comparisons() {
        return tests().filter(Comparison.class::isInstance)
                .map(Comparison.class::cast)
                .toList();
    }

    /** The names of its columns, as they follow each other. */
    default List<String> columns() {
        return tests().map(test -> test instanceof Comparison comparison
                        ? comparison.column().text()
                        : ((Presence) test).column().text())
                .distinct()
                .toList();
    }

    private Stream<Condition> tests() {
        if (this instanceof All all) {
            return all.conditions.stream().flatMap(Condition::tests);
        }
        if (this instanceof Any any) {
            return any.conditions.stream().flatMap(Condition::tests);
        }
        return this instanceof Not not ? not.condition.tests() : Stream.of(this);
    }
}
