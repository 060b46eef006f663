package io.github.psbench.spec;

/** What an experiment's table is of. */
public enum Tabled {
    /** How well each row searches. */
    SCORES,
    /** How long each row trains (Table 3 of the paper). */
    TIME
}
