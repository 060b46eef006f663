package io.github.psbench.eval;

/** Embeddings with a value that is infinite or no number: none can be ranked. */
public final class NotFinite extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NotFinite(int row, int column, double value) {
        super("row " + row + " must be finite, got " + value + " in column " + column);
    }
}
