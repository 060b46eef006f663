package io.github.psbench.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;

/**
 * An array of one row a category, cut into pieces of so many rows each, which begin graphs of their own: gradients that are computed for a piece
 * stay with it until {@link #product} hands them on.
 */
final class Tiles {
    private final NDArray whole;
    private final List<NDArray> pieces = new ArrayList<>();

    Tiles(NDArray whole, long rows) {
        this.whole = whole;
        NDManager manager = whole.getManager();
        try (NDArray values = whole.stopGradient()) {
            long count = whole.isScalar() ? 1 : whole.getShape().get(0);
            for (long first = 0; first < count; first += rows) {
                NDArray piece = whole.isScalar()
                        ? values.duplicate()
                        : values.get(manager, new NDIndex(first + ":" + Math.min(first + rows, count)));
                piece.setRequiresGradient(true);
                pieces.add(piece);
            }
        }
    }

    int count() {
        return pieces.size();
    }

    NDArray get(int piece) {
        return pieces.get(piece);
    }

    /** Computes the gradients that a scalar has in its pieces, and adds them to those that are there. */
    static void differentiate(NDArray scalar) {
        try (NDArray one = scalar.onesLike()) {
            JniUtils.backward((PtNDArray) scalar, (PtNDArray) one, false, false);
        }
    }

    /** A scalar whose gradients in the whole array are those of its pieces: the sum of the products of the two. */
    NDArray product() {
        NDList gradients = new NDList(pieces.stream().map(NDArray::getGradient).toList());
        NDArray gradient = whole.isScalar() ? gradients.get(0) : NDArrays.concat(gradients, 0);
        return whole.mul(gradient).sum();
    }
}
