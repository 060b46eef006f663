package io.github.psbench.data;

/**
 * Something in a data set's files that does not fit.
 *
 * @param file the file or folder that it is about
 * @param what is wrong with it, a clause such as "is annotated, but not there"
 */
public record Fault(Kind kind, String file, String what) {
    /** What kinds of faults there are, for programs that read them. */
    public enum Kind {
        /** Annotated, but there is no such file. */
        MISSING,
        /** There, but the annotation does not know it. */
        NOT_ANNOTATED,
        /** Named as no file of the data set is. */
        MISNAMED,
        /** Cannot be read or decoded. */
        DAMAGED,
        /** Another annotation that comes with the data set says otherwise. */
        CONTRADICTED,
        /** More or fewer files than the data set has. */
        MISCOUNTED
    }

    @Override
    public String toString() {
        return file + " " + what;
    }
}
