package io.github.psbench.model;

import ai.djl.ndarray.types.Shape;
import org.apache.commons.rng.UniformRandomProvider;

/** How a parameter starts where no weights are loaded. */
@FunctionalInterface
public interface Initialiser {
    /** As many values as the shape has elements, row by row. */
    float[] values(Shape shape, UniformRandomProvider random);
}
