package io.github.psbench.spec;

import io.github.psbench.settings.Layers;
import io.github.psbench.settings.Located;
import io.github.psbench.settings.Place;
import io.github.psbench.settings.Problems;
import io.github.psbench.settings.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        String resource = "protocols/" + name + ".yaml";
        try (InputStream stream = Protocols.class.getResourceAsStream("/" + resource)) {
            String text = new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
            if (YamlReader.read(text, Place.preset(resource), problems) instanceof Located.Mapping preset) {
                return Layers.nest(preset, problems);
            }
            problems.throwIfAny();
            throw new IllegalStateException(resource + " is not a mapping");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
