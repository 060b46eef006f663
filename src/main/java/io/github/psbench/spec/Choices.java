package io.github.psbench.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line changes in an experiment file.
 *
 * @param profile null: the file's own default
 * @param datasets which of the file's data sets to use; empty: those of the profile
 * @param seeds empty: those of the file
 * @param rows which of the file's rows to use; empty: all
 * @param settings "loss.asmr.lambda=4"; the value is YAML; applied last, to every trial
 */
public record Choices(
        @Nullable String profile, List<String> datasets, List<Long> seeds, List<String> rows, List<String> settings) {
    /** Nothing changed. */
    public static final Choices NONE = new Choices(null, List.of(), List.of(), List.of(), List.of());
}
