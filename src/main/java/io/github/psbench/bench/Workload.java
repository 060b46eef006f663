package io.github.psbench.bench;

/** Work that is measured: the same amount of it, again and again. */
@FunctionalInterface
public interface Workload {
    /**
     * Prepares and warms up, then does one sample of the work for each turn, until there is none.
     *
     * @throws Exception whatever keeps it from working; the process that measures ends with it
     */
    void run(Turns turns) throws Exception;

    /** A sample is one call. */
    static Workload repeating(int warmUp, Runnable sample) {
        return turns -> {
            for (int i = 0; i < warmUp; i++) {
                sample.run();
            }
            while (turns.next()) {
                sample.run();
                turns.done();
            }
        };
    }
}
