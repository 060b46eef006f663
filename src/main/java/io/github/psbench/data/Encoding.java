package io.github.psbench.data;

/** How a category becomes the vector p of zeros and ones that the category encoder takes in and that the semantic margin compares. */
public enum Encoding {
    /**
     * A bit a value: the one-hots of the groups, one after the other, as the paper says. In a group whose attributes do not exclude each
     * other, every combination that occurs is a value.
     */
    PATTERNS,
    /** A bit an attribute. "none" is no bit at all, and a group of two values is one bit. */
    BITS
}
