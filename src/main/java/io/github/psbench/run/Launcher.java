package io.github.psbench.run;

import io.github.psbench.device.ComputeDevice;
import java.io.IOException;
import java.nio.file.Path;

/** Places {@code psbench trial run <id>} somewhere. It knows nothing of what happens there. */
public interface Launcher {
    /** A trial's process. */
    interface Launched {
        boolean isAlive();

        /** Asks it to keep its state and to end. */
        void stop();

        /** Ends it at once. */
        void kill();

        /** @return as a shell reports it: 128 + n if signal n ended it */
        int exitCode();
    }

    /**
     * Starts a trial.
     *
     * @param device that it is to compute on
     * @param log all that it prints is added to this file
     */
    Launched launch(String id, ComputeDevice device, Path log) throws IOException;
}
