package io.github.psbench.spec;

import io.github.psbench.settings.Layers;
import io.github.psbench.settings.Located;
import io.github.psbench.settings.Problems;
import io.github.psbench.settings.YamlFile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The presets that {@code protocol:} chooses: YAML resources with every setting in which a paper and its released code differ. */
final class Protocols {
    static final List<String> NAMES = List.of("paper", "released");

    private static final Map<String, Located.Mapping> READ = new ConcurrentHashMap<>();

    private Protocols() {}

    /** @param name one of {@link #NAMES} */
    static Located.Mapping of(String name) {
        return READ.computeIfAbsent(name, Protocols::read);
    }

    private static Located.Mapping read(String name) {
        Problems problems = new Problems();
        Located.Mapping preset = Layers.nest(YamlFile.resource("protocols/" + name + ".yaml"), problems);
        problems.throwIfAny();
        return preset;
    }
}
