package io.github.psbench.report.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Corrects for the number of comparisons by the step-down method of Holm (Scandinavian Journal of Statistics 6, 1979). */
public final class Holm {
    private Holm() {}

    /**
     * The chance of at least one wrongly significant comparison is then at most the level.
     *
     * @param p of each comparison, in [0, 1]
     * @return in the same order: the i-th smallest times the number of those not smaller, at least as large as the one before it, at most 1
     */
    public static List<Double> corrected(List<Double> p) {
        List<Integer> order = IntStream.range(0, p.size())
                .boxed()
                .sorted(Comparator.comparing(p::get))
                .toList();
        List<Double> corrected = new ArrayList<>(p);
        double before = 0;
        for (int rank = 0; rank < order.size(); rank++) {
            int index = order.get(rank);
            before = Math.max(before, Math.min(1, (order.size() - rank) * p.get(index)));
            corrected.set(index, before);
        }
        return List.copyOf(corrected);
    }
}
