package io.github.psbench.train;

/** How exactly a GPU multiplies matrices and convolves. */
public enum Precision {
    /** With all 24 bits of a float32. */
    FLOAT32,

    /** With factors rounded to 11 bits, and sums in float32: TensorFloat-32, of GPUs from NVIDIA's Ampere on, several times faster. */
    TF32
}
