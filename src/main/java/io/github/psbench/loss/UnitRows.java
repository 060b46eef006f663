package io.github.psbench.loss;

import ai.djl.ndarray.NDArray;

/** Rows scaled to length 1, which makes inner products cosines. */
public final class UnitRows {
    private static final double LEAST_SQUARED_LENGTH = 1e-24;

    private UnitRows() {}

    /** x / max(|x|, 1e-12) for each row of [n, d]; differentiable, a zero row stays zero with a finite gradient. */
    public static NDArray of(NDArray rows) {
        // The square is bounded before the root, whose derivative at 0 is infinite.
        NDArray length = rows.square()
                .sum(new int[] {1}, true)
                .maximum(Constant.of(LEAST_SQUARED_LENGTH, rows))
                .sqrt();
        return rows.div(length);
    }
}
