package io.github.psbench.model;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** How a parameter starts where no weights are loaded. */
@FunctionalInterface
public interface Initialiser {
    Initialiser ZEROS = constant(0);

    Initialiser ONES = constant(1);

    /**
     * Normal with mean 0 and variance 2 / (outputs x kernel height x kernel width), the outputs being a weight's first dimension: He et
     * al., "Delving Deep into Rectifiers", equation 14, as torchvision starts its convolutions.
     */
    Initialiser KAIMING_FAN_OUT = (shape, random) -> {
        long fanOut = shape.get(0) * shape.slice(2).size();
        return normal(StrictMath.sqrt(2.0 / fanOut)).values(shape, random);
    };

    /** As many values as the shape has elements, row by row. */
    float[] values(Shape shape, UniformRandomProvider random);

    /** All of one value; draws nothing. */
    static Initialiser constant(float value) {
        return (shape, random) -> {
            float[] values = new float[Math.toIntExact(shape.size())];
            Arrays.fill(values, value);
            return values;
        };
    }

    /** Normal with mean 0. */
    static Initialiser normal(double standardDeviation) {
        return (shape, random) -> {
            SharedStateContinuousSampler gaussian = ZigguratSampler.NormalizedGaussian.of(random);
            float[] values = new float[Math.toIntExact(shape.size())];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (standardDeviation * gaussian.sample());
            }
            return values;
        };
    }
}
