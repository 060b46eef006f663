package io.github.psbench.cli;

import io.github.psbench.run.RunStore;
import io.github.psbench.run.StoredTrials;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --results}, to be mixed into the commands that look at a store. */
final class StoreOption {
    static final String ID =
            "The beginning of a trial's id, at least 4 of its hexadecimal digits; `psbench runs list` shows the ids.";

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Where the runs are kept. Default: ${DEFAULT-VALUE}.")
    private Path results = Path.of("results");

    Path results() {
        return results;
    }

    RunStore store() {
        return new RunStore(results);
    }

    StoredTrials trials() {
        return new StoredTrials(store());
    }
}
