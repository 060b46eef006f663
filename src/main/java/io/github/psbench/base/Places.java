package io.github.psbench.base;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where psbench finds and keeps files outside a project.
 *
 * @param data the data root, one folder a data set plus {@code weights/}: the command line's {@code --data}, else {@code $PSBENCH_DATA},
 *     else {@code ~/.psbench/data}
 * @param cache what can be made again: drawn data sets, decoded pixels: {@code $PSBENCH_CACHE}, else {@code ~/.psbench/cache}
 */
public record Places(Path data, Path cache) {
    /** @param dataOption the value of {@code --data}, or null if it was not given */
    public static Places of(@Nullable Path dataOption, Map<String, String> environment) {
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".psbench");
        Path data =
                dataOption != null ? dataOption : fromEnvironment(environment, "PSBENCH_DATA", home.resolve("data"));
        return new Places(data, fromEnvironment(environment, "PSBENCH_CACHE", home.resolve("cache")));
    }

    private static Path fromEnvironment(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isEmpty() ? otherwise : Path.of(value);
    }
}
