package io.github.psbench.run;

/** How far a trial is. */
public enum TrialState {
    PENDING,
    /** It was stopped, and goes on from its last checkpoint. */
    PARTIAL,
    /** Another process is at it. */
    RUNNING,
    DONE,
    FAILED,
    /** Its data or weights are not on this machine. */
    NO_DATA
}
