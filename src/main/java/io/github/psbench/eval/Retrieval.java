package io.github.psbench.eval;

/** Scores a search exactly, without ever sorting a gallery. */
public final class Retrieval {
    private Retrieval() {}

    /** Ranks the gallery for each query by cosine, descending; equal scores by gallery index, ascending. */
    public static RetrievalScores score(Embeddings queries, Embeddings gallery) {
        throw new UnsupportedOperationException();
    }
}
