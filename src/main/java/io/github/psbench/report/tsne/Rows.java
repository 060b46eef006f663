package io.github.psbench.report.tsne;

import java.util.stream.IntStream;

/** Does work row by row, on all cores; each row's result must depend on nothing but its number. */
final class Rows {
    private static final int BLOCK = 64;

    private Rows() {}

    /** Rows from..to - 1, with whatever memory the work needs. */
    @FunctionalInterface
    interface Block {
        void compute(int from, int to);
    }

    static void forEachBlock(int rows, Block block) {
        forEachBlock(0, rows, block);
    }

    static void forEachBlock(int from, int to, Block block) {
        int blocks = (to - from + BLOCK - 1) / BLOCK;
        IntStream.range(0, blocks)
                .parallel()
                .forEach(b -> block.compute(from + b * BLOCK, Math.min(to, from + (b + 1) * BLOCK)));
    }

    /** In this order, whatever computed the values. */
    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
