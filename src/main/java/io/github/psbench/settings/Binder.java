package io.github.psbench.settings;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes records from located values. The record is the schema: its components are the keys, {@code @Default} is what a missing key means,
 * {@code @Nullable} allows none, a sealed interface is a choice by name, and the constructor says which values are in range. Mistakes go to
 * the problems; binding goes on behind them, to find the next.
 */
public final class Binder {
    private final Problems problems;
    private final Scalars scalars;
    private final Construction construction;

    public Binder(Problems problems) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
        this.construction = new Construction(problems);
    }

    /**
     * @param alsoAllowed keys of the mapping that others read
     * @return null, or a record that must not be used, if anything was wrong
     */
    public <T extends Record> @Nullable T bind(Class<T> type, Located.Mapping node, List<String> alsoAllowed) {
        Bound bound = record(type, "", node, alsoAllowed);
        return bound.usable() ? type.cast(bound.value()) : null;
    }

    /**
     * Binds one of the records that a sealed interface permits.
     *
     * @return null, or a record that must not be used, if anything was wrong
     */
    public <T> @Nullable T bindVariant(String what, Class<T> sealed, Located node) {
        Bound bound = variant(what, sealed, node);
        return bound.usable() ? sealed.cast(bound.value()) : null;
    }

    /**
     * What a setting is when its key is missing; null if the key must be given.
     *
     * @param place of the mapping that lacks the key
     */
    @Nullable
    Bound whenMissing(Setting setting, Place place) {
        Located declared = setting.declared();
        if (declared != null) {
            return value(setting.key(), setting.annotated(), declared.movedTo(place));
        }
        return setting.nullable() ? Bound.NONE : null;
    }

    /** @param whose " for " and the variant, for messages; empty where the place says it */
    private Bound record(Class<?> type, String whose, Located.Mapping node, List<String> alsoAllowed) {
        List<Setting> settings = Setting.of(type);
        List<String> allowed =
                new ArrayList<>(settings.stream().map(Setting::key).toList());
        allowed.addAll(alsoAllowed);
        node.entries().forEach((key, entry) -> {
            if (!allowed.contains(key)) {
                refuseKey(key, whose, entry.key(), allowed);
            }
        });
        List<Bound> values =
                settings.stream().map(setting -> setting(setting, node)).toList();
        return construction.of(type, node, values);
    }

    private void refuseKey(String key, String whose, Place place, List<String> allowed) {
        int colon = key.indexOf(':');
        if (colon > 0 && allowed.contains(key.substring(0, colon))) {
            problems.add(place, "unknown key '%s'; put a space after the colon", key);
        } else if (allowed.isEmpty()) {
            problems.add(place, "unknown key '%s'%s; there is nothing to set", key, whose);
        } else {
            problems.add(place, "unknown key '%s'%s%s", key, whose, Suggestion.after(key, allowed));
        }
    }

    private Bound setting(Setting setting, Located.Mapping node) {
        Located given = node.get(setting.key());
        if (given != null) {
            Located declared = setting.declared();
            // A mapping adds to the default as it would to any other layer below it.
            Located whole = declared == null ? given : Layers.lay(given, declared);
            return value(setting.key(), setting.annotated(), whole);
        }
        Bound missing = whenMissing(setting, node.place());
        if (missing != null) {
            return missing;
        }
        problems.add(node.place(), "the key '%s' is missing; it must be %s", setting.key(), expected(setting.type()));
        return Bound.UNUSABLE;
    }

    private Bound value(String what, AnnotatedType annotated, Located node) {
        Class<?> type = raw(annotated.getType());
        if (Setting.isNullable(annotated) && (type == String.class ? node.isNone() : node.isNoneHoweverQuoted())) {
            return Bound.NONE;
        }
        if (Located.class.isAssignableFrom(type)) {
            return located(what, type, node);
        }
        if (Scalars.expected(type) != null) {
            return scalars.read(type, what, node);
        }
        if (node.isBlank()) {
            problems.add(
                    node.place(),
                    "%s has no value; write {} for its defaults%s",
                    what,
                    Setting.isNullable(annotated) ? " or none to switch it off" : "");
            return Bound.UNUSABLE;
        }
        if (type.isSealed()) {
            return variant(what, type, node);
        }
        if (type == List.class && node instanceof Located.Sequence sequence) {
            return list(what, argument(annotated, 0), sequence);
        }
        if (node instanceof Located.Mapping mapping) {
            if (type.isRecord()) {
                return record(type, "", mapping, List.of());
            }
            if (type == Map.class) {
                return map(argument(annotated, 1), mapping);
            }
        }
        problems.add(node.place(), "%s must be %s, got %s", what, expected(type), node.described());
        return Bound.UNUSABLE;
    }

    /** Components that keep the place of what was written, for those who check it later. */
    private Bound located(String what, Class<?> type, Located node) {
        Located value = type == Located.Mapping.class && node.isBlank() ? Located.Mapping.empty(node.place()) : node;
        if (type.isInstance(value)) {
            return Bound.of(value);
        }
        problems.add(node.place(), "%s must be %s, got %s", what, expected(type), node.described());
        return Bound.UNUSABLE;
    }

    private Bound variant(String what, Class<?> sealed, Located node) {
        Map<String, Class<?>> variants = Keys.variants(sealed);
        List<String> names = List.copyOf(variants.keySet());
        Located.Mapping mapping = Layers.asMapping(node);
        if (mapping == null) {
            problems.add(node.place(), "%s must be %s, got %s", what, expected(sealed), node.described());
            return Bound.UNUSABLE;
        }
        Located name = mapping.get(Layers.NAME);
        if (name == null) {
            problems.add(
                    node.place(),
                    "the key 'name' is missing, which chooses the %s: %s",
                    what,
                    String.join(", ", names));
            return Bound.UNUSABLE;
        }
        if (!(name instanceof Located.Scalar word)) {
            problems.add(name.place(), "%s must be %s, got %s", what, expected(sealed), name.described());
            return Bound.UNUSABLE;
        }
        Class<?> chosen = variants.get(word.text());
        if (chosen == null) {
            scalars.refuseWord(what, word, names);
            return Bound.UNUSABLE;
        }
        return record(chosen, " for " + word.text(), mapping.without(Layers.NAME), List.of());
    }

    private Bound list(String what, AnnotatedType item, Located.Sequence sequence) {
        List<Object> items = new ArrayList<>();
        for (Located node : sequence.items()) {
            Bound bound = value("each of " + what, item, node);
            if (bound.value() != null) {
                items.add(bound.value());
            }
        }
        return Bound.of(List.copyOf(items));
    }

    private Bound map(AnnotatedType item, Located.Mapping mapping) {
        Map<String, Object> values = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> {
            // "paper:" with nothing behind it names an entry that changes nothing.
            Located node = entry.value().isBlank() ? Located.Mapping.empty(entry.key()) : entry.value();
            Bound bound = value(key, item, node);
            if (bound.value() != null) {
                values.put(key, bound.value());
            }
        });
        return Bound.of(values);
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static String expected(Class<?> type) {
        String scalar = Scalars.expected(type);
        if (scalar != null) {
            return scalar;
        }
        if (type == Located.Scalar.class) {
            return "text";
        }
        if (type.isSealed() && !Located.class.isAssignableFrom(type)) {
            return "one of " + String.join(", ", Keys.variants(type).keySet());
        }
        return type == List.class ? "a list" : type == Located.class ? "given" : "a mapping";
    }
}
