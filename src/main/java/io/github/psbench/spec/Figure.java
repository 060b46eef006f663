package io.github.psbench.spec;

/** A figure that an experiment asks for, beside its table. */
public enum Figure {
    /** The learned w of each data set, an attribute a bar (Figure 5 of the paper). */
    WEIGHTS,
    /** The parts of the loss, and the scores on validation data where there are any, over the epochs. */
    CONVERGENCE,
    /** The cosines between prototypes of pairs of categories, against delta. */
    PAIR_COSINES,
    /** The scores over the points of the sweep: lines for one axis, a heat map for two. */
    SWEEP,
    /** Queries, and the first images that are found for each (Figures 3, 4 and 7 of the paper). */
    RETRIEVAL,
    /** Embeddings of categories and of images on a plane (Figure 6 of the paper). */
    TSNE
}
