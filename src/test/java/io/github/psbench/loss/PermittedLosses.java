package io.github.psbench.loss;

import io.github.psbench.base.Name;
import io.github.psbench.settings.SettingsReader;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Every loss that the interface permits, so that the tests of all losses go through a new one too. */
final class PermittedLosses {
    /** What the settings are called that say how sharply a loss looks at cosines. */
    private static final List<String> SHARPNESS = List.of("scale", "alpha");

    private PermittedLosses() {}

    static Stream<AlignmentLoss> withDefaults() {
        return SettingsReader.names(AlignmentLoss.class).stream().map(PermittedLosses::of);
    }

    static Stream<AlignmentLoss> atScales(double... scales) {
        return Arrays.stream(AlignmentLoss.class.getPermittedSubclasses()).flatMap(type -> SHARPNESS.stream()
                .filter(key -> Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getName().equals(key)))
                .flatMap(key -> Arrays.stream(scales).mapToObj(scale -> of(atScale(type, key, scale)))));
    }

    private static String atScale(Class<?> type, String key, double scale) {
        Name name = Objects.requireNonNull(type.getAnnotation(Name.class));
        return "{name: " + name.value() + ", " + key + ": " + scale + "}";
    }

    /** @param yaml as a file has it after "alignment:" */
    static AlignmentLoss of(String yaml) {
        return SettingsReader.variant("alignment loss", AlignmentLoss.class, yaml);
    }
}
