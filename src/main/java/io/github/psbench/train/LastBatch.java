package io.github.psbench.train;

/** What becomes of an epoch's last batch where it is short. */
public enum LastBatch {
    KEEP,
    SKIP
}
