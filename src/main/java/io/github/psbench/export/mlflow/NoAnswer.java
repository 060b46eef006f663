package io.github.psbench.export.mlflow;

import java.io.IOException;

/** A server that cannot be reached, or that has trouble of its own: another time may go well. */
final class NoAnswer extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message a clause, such as "it answered with status 503" */
    NoAnswer(String message) {
        super(message);
    }
}
