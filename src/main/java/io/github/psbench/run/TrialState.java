package io.github.psbench.run;

/** How far a trial is. */
public enum TrialState {
    PENDING,
    /** It is to be run like a pending one; one of its name is finished, but with other settings, data, weights or training. */
    STALE,
    /** It was stopped, and goes on from its last checkpoint. */
    PARTIAL,
    /** Another process is at it. */
    RUNNING,
    DONE,
    FAILED,
    /** Its data or weights are not on this machine. */
    NO_DATA
}
