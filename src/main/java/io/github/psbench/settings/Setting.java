package io.github.psbench.settings;

import io.github.psbench.base.Default;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One component of a record, as YAML sees it.
 *
 * @param key its name in YAML
 * @param component its name in Java
 * @param annotated its type, with the annotations of its type arguments
 * @param nullable whether it may be none
 * @param declared what its {@code @Default} says; null without one
 */
record Setting(
        String key,
        String component,
        Class<?> type,
        AnnotatedType annotated,
        boolean nullable,
        @Nullable Located declared) {
    /** Reflection parses annotations anew each time it is asked, and every trial asks for all of them. */
    private static final ClassValue<List<Setting>> OF_RECORDS = new ClassValue<>() {
        @Override
        protected List<Setting> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Setting::of).toList();
        }
    };

    /** In the order of the components. */
    static List<Setting> of(Class<?> type) {
        return OF_RECORDS.get(type);
    }

    private static Setting of(RecordComponent component) {
        Default written = component.getAnnotation(Default.class);
        return new Setting(
                Keys.of(component),
                component.getName(),
                component.getType(),
                component.getAnnotatedType(),
                isNullable(component.getAnnotatedType()),
                written == null ? null : parse(written.value()));
    }

    static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Located parse(String declared) {
        Problems problems = new Problems();
        Located value = YamlReader.read(declared, Place.BUILT_IN, problems);
        problems.throwIfAny();
        return Objects.requireNonNull(value);
    }
}
