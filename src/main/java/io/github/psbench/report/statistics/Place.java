package io.github.psbench.report.statistics;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/** The field's habit: the best number of a column and the second best. */
public enum Place {
    BEST,
    SECOND,
    OTHER;

    /** The rule, a sentence. */
    public static final String RULE =
            "Places go by unrounded means, whatever n is, the higher the better. Ties share a place: two that are best are both best, and"
                    + " then none is second.";

    /** Far below the step of any score, far above what the order of adding does to equal means. */
    private static final double TIE = 1e-9;

    /**
     * @param values unrounded, the higher the better
     * @return of each; all OTHER where there are fewer than two values, because nothing is compared
     */
    public static List<Place> of(List<Double> values) {
        if (values.size() < 2) {
            return Collections.nCopies(values.size(), OTHER);
        }
        double best = Collections.max(values);
        boolean shared = values.stream().filter(value -> value >= best - TIE).count() > 1;
        OptionalDouble second = values.stream()
                .filter(value -> value < best - TIE)
                .mapToDouble(Double::doubleValue)
                .max();
        return values.stream()
                .map(value -> {
                    if (value >= best - TIE) {
                        return BEST;
                    }
                    return !shared && value >= second.orElseThrow() - TIE ? SECOND : OTHER;
                })
                .toList();
    }
}
