package io.github.psbench.loss;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;

/** The softmax over all prototypes that most alignment losses are, each with another target. */
final class CrossEntropy {
    private CrossEntropy() {}

    /**
     * -1/m sum_i log( e^(s phi(c_iy)) / (e^(s phi(c_iy)) + sum_(k != y) e^(s c_ik)) ), y = the label of i. With a single prototype it is 0.
     *
     * @param scale s
     * @param target phi, on the cosines of the images and their own prototypes, [m, 1]
     */
    static NDArray mean(NDArray cosines, NDArray labels, double scale, UnaryOperator<NDArray> target) {
        try (NDArray own = labels.expandDims(1)) {
            return cosines.scatter(own, target.apply(cosines.gather(own, 1)), 1)
                    .mul(Constant.of(scale, cosines))
                    .logSoftmax(1)
                    .gather(own, 1)
                    .neg()
                    .mean();
        }
    }
}
