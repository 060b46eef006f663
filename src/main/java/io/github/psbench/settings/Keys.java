package io.github.psbench.settings;

import io.github.psbench.base.Name;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What Java names are called in YAML. */
final class Keys {
    private Keys() {}

    /** frozenBatchNorm is frozen-batch-norm. */
    static String of(RecordComponent component) {
        return component.getName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** FC3_BN is fc3-bn. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The records that a sealed interface permits, by name, in the order of its declaration; interfaces below it are followed. */
    static Map<String, Class<?>> variants(Class<?> sealed) {
        Map<String, Class<?>> variants = new LinkedHashMap<>();
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                variants.putAll(variants(permitted));
                continue;
            }
            Name name = permitted.getAnnotation(Name.class);
            if (name == null || !permitted.isRecord()) {
                throw new IllegalStateException(permitted.getName() + " must be a record with @Name");
            }
            variants.put(name.value(), permitted);
        }
        return variants;
    }
}
