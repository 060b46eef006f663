package io.github.psbench.cli;

import io.github.psbench.base.Places;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --data}, to be mixed into every command that reads data. */
final class DataRootOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The data root: one folder a data set, plus weights/. Default: $PSBENCH_DATA, else ~/.psbench/data.")
    private @Nullable Path data;

    /** The same for another process. */
    List<String> arguments() {
        return data == null ? List.of() : List.of("--data", data.toString());
    }

    Places places() {
        return Places.of(data, System.getenv());
    }
}
