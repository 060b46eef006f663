package io.github.psbench.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import org.jspecify.annotations.Nullable;

/**
 * The squares of {@link Residuals} over all n x n ordered pairs of n categories.
 *
 * <p>Of many categories the matrix is taken in square tiles, of which one at a time is in memory: each is differentiated as soon as its squares
 * are summed, and freed. Then the gradients of all tiles enter the caller's graph at once, by a sum of products of arrays and their gradients whose
 * value is taken off again. Tiles below the diagonal mirror those above it and are left out.
 *
 * @param prototypes u, [n, d]
 * @param mean mu, a scalar
 * @param logits of delta; null: without delta
 */
record PairSquares(NDArray prototypes, NDArray mean, ComparedColumns.@Nullable Factors logits) {
    /**
     * Their sum, differentiable; attached to the manager of {@code prototypes}.
     *
     * @param tile categories a side of a tile
     */
    NDArray sum(int tile) {
        return prototypes.getShape().get(0) <= tile ? atOnce() : inTiles(tile);
    }

    private NDArray atOnce() {
        return new Residuals(
                        mean,
                        new Residuals.Side(prototypes, logits == null ? null : logits.left()),
                        new Residuals.Side(prototypes, logits == null ? null : logits.right()))
                .squares();
    }

    private NDArray inTiles(int tile) {
        boolean recording = JniUtils.isGradMode();
        Tiles means = new Tiles(mean, tile);
        Tiles images = new Tiles(prototypes, tile);
        Tiles left = logits == null ? null : new Tiles(logits.left(), tile);
        Tiles right = logits == null ? null : new Tiles(logits.right(), tile);
        NDArray sum = prototypes.getManager().zeros(new Shape(), prototypes.getDataType());
        for (int i = 0; i < images.count(); i++) {
            for (int j = i; j < images.count(); j++) {
                try (NDManager scope = sum.getManager().newSubManager()) {
                    scope.tempAttachAll(images.get(i));
                    Residuals residuals = new Residuals(
                            means.get(0),
                            new Residuals.Side(images.get(i), left == null ? null : left.get(i)),
                            new Residuals.Side(images.get(j), right == null ? null : right.get(j)));
                    NDArray squares = residuals.squares();
                    squares = i == j ? squares : squares.add(squares);
                    if (recording) {
                        Tiles.differentiate(squares);
                    }
                    sum.addi(squares.stopGradient());
                }
            }
        }
        if (!recording) {
            return sum;
        }
        NDArray products = images.product().add(means.product());
        if (left != null && right != null) {
            products = products.add(left.product()).add(right.product());
        }
        return sum.add(products.sub(products.stopGradient()));
    }
}
