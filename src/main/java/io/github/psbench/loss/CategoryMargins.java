package io.github.psbench.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * The semantic margin regulariser over a fixed set of n categories. No matrix of all pairs and bits is ever made (see {@link ComparedColumns}),
 * and of many categories none of all pairs either (see {@link PairSquares}). And because every matrix is symmetric, the sum over pairs i&lt;j is
 * half of what the whole sum leaves without its diagonal.
 */
public final class CategoryMargins {
    /** delta of a category and itself. */
    private static final double DIAGONAL_DELTA = 1 / (1 + StrictMath.exp(-1));

    /** Categories whose pairs are taken at once. Their matrices, of 1 MB in float32, stay in a core's second cache; larger ones were slower. */
    public static final int TILE = 512;

    /** On a GPU, which takes as long for one operation on so many as for one on few. */
    public static final int TILE_OF_GPU = 4096;

    private final @Nullable ComparedColumns columns;
    private final MarginWeights weights;
    private final SemanticMargin.Mean mu;

    /** @param columns null: without delta */
    CategoryMargins(@Nullable ComparedColumns columns, MarginWeights weights, SemanticMargin.Mean mu) {
        this.columns = columns;
        this.weights = weights;
        this.mu = mu;
    }

    /** How many weights w there are: K in the paper's form, the number of groups in the released one, 0 without delta. */
    public int weightCount() {
        return columns == null ? 0 : columns.weightCount();
    }

    /** w before the first step, length {@link #weightCount()}. */
    public float[] initialWeights(UniformRandomProvider random) {
        return weights.initial(weightCount(), random);
    }

    /** Whether w is learned, so that gradients have to reach it. */
    public boolean learned() {
        return columns != null && weights.learned();
    }

    /**
     * R (equations 3 and 4), not multiplied by lambda, differentiable in both arguments.
     *
     * @param prototypes [n, d], rows of length 1
     * @param w [{@link #weightCount()}]; null if and only if that is 0
     * @return a scalar attached to the manager of {@code prototypes}
     */
    public NDArray value(NDArray prototypes, @Nullable NDArray w) {
        if ((w == null) != (columns == null)) {
            throw new IllegalArgumentException("weights must be given if and only if there is a delta");
        }
        // The n x n arrays must not wait for the end of the caller's step.
        NDManager caller = prototypes.getManager();
        try (NDManager scope = caller.newSubManager()) {
            scope.tempAttachAll(prototypes);
            NDArray squaredLengths = prototypes.square().sum(new int[] {1});
            long categories = prototypes.getShape().get(0);
            NDArray pairs = Constant.of((double) (categories * (categories - 1)), prototypes);
            NDArray mean = mean(prototypes, squaredLengths, pairs);
            NDArray diagonal = squaredLengths.sub(mean);
            ComparedColumns.Factors logits = null;
            if (columns != null && w != null) {
                requireCategories(categories, columns.values());
                scope.tempAttachAll(w, columns.values(), columns.spread());
                logits = columns.logits(weights.effective(w));
                diagonal = diagonal.sub(DIAGONAL_DELTA);
            }
            NDArray all = new PairSquares(prototypes, mean, logits)
                    .sum(prototypes.getDevice().isGpu() ? TILE_OF_GPU : TILE);
            NDArray value = all.sub(diagonal.square().sum()).div(pairs);
            value.attach(caller);
            return value;
        }
    }

    private static void requireCategories(long prototypes, NDArray columns) {
        long categories = columns.getShape().get(0);
        if (prototypes != categories) {
            throw new IllegalArgumentException(
                    "there are " + categories + " categories, got " + prototypes + " prototypes");
        }
    }

    /** mu, over the ordered pairs. */
    private NDArray mean(NDArray prototypes, NDArray squaredLengths, NDArray pairs) {
        NDArray mean = prototypes
                .sum(new int[] {0})
                .square()
                .sum()
                .sub(squaredLengths.sum())
                .div(pairs);
        return mu == SemanticMargin.Mean.DETACHED ? mean.stopGradient() : mean;
    }
}
