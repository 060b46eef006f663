package io.github.psbench.settings;

import io.github.psbench.base.InvalidSetting;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls a record's constructor. A constructor refuses one component at a time and then there is no record; to learn what else it would
 * refuse, the refused value is replaced by one that it may accept, and it is asked again. So every mistake in one record is reported, and the
 * record that comes out after a mistake only serves to go on.
 */
final class Construction {
    private static final List<Object> WHOLE = List.of(1L, 0L, 2L, 16L, 128L, 1024L);
    private static final List<Object> REAL = List.of(0.5, 1.0, 0.0, 2.0, 10.0, 100.0);

    private final Problems problems;

    Construction(Problems problems) {
        this.problems = problems;
    }

    /** @param given what was read for each component */
    Bound of(Class<?> type, Located.Mapping node, List<Bound> given) {
        List<Setting> settings = Setting.of(type);
        @Nullable Object[] values = new @Nullable Object[settings.size()];
        List<@Nullable Iterator<Bound>> substitutes = new ArrayList<>();
        for (int i = 0; i < settings.size(); i++) {
            substitutes.add(null);
            values[i] = given.get(i).value();
            if (!given.get(i).usable() && !substitute(i, settings.get(i), values, substitutes)) {
                return Bound.UNUSABLE;
            }
        }
        while (true) {
            try {
                return Bound.of(constructor(type).newInstance(values));
            } catch (InvocationTargetException e) {
                Throwable cause = Objects.requireNonNull(e.getCause());
                int refused = refused(cause, settings);
                if (refused < 0 || substitutes.get(refused) == null) {
                    report(cause, refused < 0 ? null : settings.get(refused), node);
                }
                if (refused < 0 || !substitute(refused, settings.get(refused), values, substitutes)) {
                    return Bound.UNUSABLE;
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type + " cannot be constructed", e);
            }
        }
    }

    private static Constructor<?> constructor(Class<?> type) throws NoSuchMethodException {
        Class<?>[] types = Setting.of(type).stream().map(Setting::type).toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor;
    }

    /** Which component the constructor refused; -1 where it refused the record as a whole. */
    private static int refused(Throwable cause, List<Setting> settings) {
        if (cause instanceof InvalidSetting invalid) {
            for (int i = 0; i < settings.size(); i++) {
                if (settings.get(i).component().equals(invalid.component())) {
                    return i;
                }
            }
        }
        return -1;
    }

    private void report(Throwable cause, @Nullable Setting setting, Located.Mapping node) {
        if (setting != null && cause instanceof InvalidSetting invalid) {
            String key = setting.key();
            Located written = node.get(key);
            if (written instanceof Located.Scalar scalar) {
                problems.add(place(written, node), "%s %s, got %s", key, invalid.rule(), scalar.text());
            } else {
                String message = String.valueOf(invalid.getMessage());
                problems.add(place(written, node), "%s", message.replaceFirst(setting.component(), key));
            }
        } else if (cause instanceof IllegalArgumentException) {
            problems.add(node.place(), "%s", String.valueOf(cause.getMessage()));
        } else {
            throw new IllegalStateException("a record's constructor may only refuse with InvalidSetting", cause);
        }
    }

    /** A value that the user did not write was right by itself, so what the user wrote beside it made it wrong. */
    private static Place place(@Nullable Located written, Located.Mapping node) {
        Place given = written == null ? node.place() : written.place();
        return Stream.concat(Stream.of(given), node.entries().values().stream().map(entry -> entry.value()
                        .place()))
                .filter(Place::isUsers)
                .findFirst()
                .orElse(given);
    }

    private boolean substitute(
            int index, Setting setting, @Nullable Object[] values, List<@Nullable Iterator<Bound>> substitutes) {
        Iterator<Bound> next = substitutes.get(index);
        if (next == null) {
            next = substitutes(setting).iterator();
            substitutes.set(index, next);
        }
        if (!next.hasNext()) {
            return false;
        }
        values[index] = next.next().value();
        return true;
    }

    private List<Bound> substitutes(Setting setting) {
        List<Bound> substitutes = new ArrayList<>();
        Bound missing = new Binder(new Problems()).whenMissing(setting, Place.BUILT_IN);
        if (missing != null) {
            substitutes.add(missing);
        }
        Class<?> type = setting.type();
        if (type == int.class || type == Integer.class) {
            WHOLE.forEach(number -> substitutes.add(Bound.of(((Long) number).intValue())));
        } else if (type == long.class || type == Long.class) {
            WHOLE.forEach(number -> substitutes.add(Bound.of(number)));
        } else if (type == double.class || type == Double.class) {
            REAL.forEach(number -> substitutes.add(Bound.of(number)));
        } else if (type == boolean.class || type == Boolean.class) {
            substitutes.add(Bound.of(false));
            substitutes.add(Bound.of(true));
        } else if (type == String.class) {
            substitutes.add(Bound.of("substitute"));
        } else if (type == List.class) {
            substitutes.add(Bound.of(List.of()));
        } else if (type == Map.class) {
            substitutes.add(Bound.of(Map.of()));
        } else if (type.isEnum()) {
            Arrays.stream(type.getEnumConstants()).map(Bound::of).forEach(substitutes::add);
        }
        return substitutes;
    }
}
