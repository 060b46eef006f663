package io.github.psbench.base;

/** Why a command ended, as its exit code tells a script. */
public enum ErrorKind {
    /** At least one trial failed; the others were run. */
    TRIAL_FAILED(1),
    /** Another process is at it. */
    BUSY(1),
    /** Wrong usage or a mistake in an experiment file. */
    USAGE(2),
    /** Data or weights missing or damaged. */
    DATA(3),
    /** Out of memory, disk or device. */
    RESOURCES(4),
    /** A fault of psbench itself. */
    INTERNAL(70);

    private final int exitCode;

    ErrorKind(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
