package io.github.psbench.model;

import ai.djl.ndarray.types.Shape;

/** Where layers say which tensors they need. Names are unique in a network. */
public interface Declarations {
    /** A tensor that training changes. */
    void parameter(String name, Shape shape, Initialiser initialiser);

    /** A tensor that only batch statistics change, such as a running mean. */
    void buffer(String name, Shape shape, float value);
}
