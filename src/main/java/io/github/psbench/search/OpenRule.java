package io.github.psbench.search;

/** What is done about attributes that a query leaves open. */
public enum OpenRule {
    /** The embeddings of all known categories that fit the query are averaged, each once. */
    AVERAGE,

    /** The known category that fits the query and has the most training images is taken. */
    FREQUENT
}
