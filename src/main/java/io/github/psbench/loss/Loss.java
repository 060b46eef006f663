package io.github.psbench.loss;

import ai.djl.ndarray.NDArray;
import io.github.psbench.base.Default;
import org.jspecify.annotations.Nullable;

/**
 * What training minimises: L = L_alignment + lambda R (equation 1).
 *
 * @param asmr null: no regulariser
 */
public record Loss(
        @Default("ma") AlignmentLoss alignment, @Nullable SemanticMargin asmr) {
    /**
     * @param total L, differentiable
     * @param asmr R, not multiplied by lambda; null without regulariser
     */
    public record Value(
            NDArray total, NDArray alignment, @Nullable NDArray asmr) {}

    /**
     * The loss of a batch, differentiable in images, prototypes and weights. All arrays but the labels are of one type, float32 or float64,
     * which is that of the result.
     *
     * @param images [m, d], of any length: they are scaled to length 1 here
     * @param labels [m], int64, in 0..n-1
     * @param prototypes [n, d], of any length: they are scaled to length 1 here
     * @param margins from {@link SemanticMargin#over}; null if and only if there is no regulariser
     * @param weights w; null if and only if there is no regulariser, or it has no weights
     * @param step gradient steps done before in this stage, >= 0, from which a schedule of the alignment loss follows
     * @return scalars attached to the managers of {@code images} and {@code prototypes}
     */
    public Value value(
            NDArray images,
            NDArray labels,
            NDArray prototypes,
            @Nullable CategoryMargins margins,
            @Nullable NDArray weights,
            long step) {
        if ((asmr == null) != (margins == null)) {
            throw new IllegalArgumentException("margins must be given if and only if the loss has ASMR");
        }
        NDArray unitPrototypes = UnitRows.of(prototypes);
        NDArray cosines = UnitRows.of(images).matMul(unitPrototypes.transpose());
        NDArray alignmentValue = alignment.value(cosines, labels, step);
        if (asmr == null || margins == null) {
            return new Value(alignmentValue, alignmentValue, null);
        }
        NDArray regulariser = margins.value(unitPrototypes, weights);
        NDArray lambda = Constant.of(asmr.lambda(), regulariser);
        return new Value(alignmentValue.add(lambda.mul(regulariser)), alignmentValue, regulariser);
    }
}
