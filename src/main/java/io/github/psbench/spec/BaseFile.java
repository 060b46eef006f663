package io.github.psbench.spec;

import io.github.psbench.settings.Layers;
import io.github.psbench.settings.Located;
import io.github.psbench.settings.Problems;
import io.github.psbench.settings.YamlFile;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The file that an experiment file's {@code base} names: what several experiments have in common, such as data sets and profiles. */
final class BaseFile {
    static final String BASE = "base";

    /** Beside the experiment file, never elsewhere. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*\\.ya?ml");

    private BaseFile() {}

    /**
     * Reads an experiment file and lays it over its base, if it has one.
     *
     * @return null if either cannot be read, and then {@code problems} says why
     */
    static Located.@Nullable Mapping read(Path file, Problems problems) {
        Located.Mapping root = YamlFile.read(file, problems);
        Located named = root == null ? null : root.get(BASE);
        if (root == null || named == null) {
            return root;
        }
        Located.Mapping own = root.without(BASE);
        if (!(named instanceof Located.Scalar name)
                || !NAME.matcher(name.text()).matches()) {
            problems.add(
                    named.place(),
                    "base must be the name of a file beside this one, like asmr.yaml, got %s",
                    named.described());
            return own;
        }
        Located.Mapping base = YamlFile.read(file.resolveSibling(name.text()), problems);
        if (base == null) {
            problems.add(named.place(), "the base '%s' cannot be read", name.text());
            return null;
        }
        if (base.get(BASE) != null) {
            problems.add(base.get(BASE).place(), "a base must not have a base itself");
        }
        return Layers.lay(own, base.without(BASE));
    }
}
