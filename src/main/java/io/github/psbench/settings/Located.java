package io.github.psbench.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A YAML value and where it was written. Anchors are already followed; a scalar is not yet a number or a text, its reader decides that. */
public sealed interface Located permits Located.Mapping, Located.Sequence, Located.Scalar {
    Place place();

    /** The same value as if all of it were written there. */
    Located movedTo(Place other);

    /** "a mapping", "a list" or the scalar in quotes, for messages that say what was found. */
    String described();

    /** Whether this is the plain word that switches a setting off. */
    default boolean isNone() {
        return this instanceof Scalar scalar && scalar.plain() && scalar.text().equals("none");
    }

    /** Likewise where no text is possible, and quotes therefore mean nothing; JSON, which {@link SettingsJson} writes, has them always. */
    default boolean isNoneHoweverQuoted() {
        return this instanceof Scalar scalar && scalar.text().equals("none");
    }

    /** Whether nothing was written: "key:" with nothing behind it, "~" or "null". */
    default boolean isBlank() {
        return this instanceof Scalar scalar
                && scalar.plain()
                && switch (scalar.text()) {
                    case "", "~", "null", "Null", "NULL" -> true;
                    default -> false;
                };
    }

    /**
     * @param entries in the order of the file
     */
    record Mapping(Place place, Map<String, Entry> entries) implements Located {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        public static Mapping empty(Place place) {
            return new Mapping(place, Map.of());
        }

        public static Mapping of(Place place, String key, Located value) {
            return new Mapping(place, Map.of(key, new Entry(place, value)));
        }

        /** Null where the key is absent. */
        public @Nullable Located get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }

        public Mapping without(String key) {
            Map<String, Entry> rest = new LinkedHashMap<>(entries);
            rest.remove(key);
            return new Mapping(place, rest);
        }

        @Override
        public Located movedTo(Place other) {
            Map<String, Entry> moved = new LinkedHashMap<>();
            entries.forEach((key, entry) ->
                    moved.put(key, new Entry(other, entry.value().movedTo(other))));
            return new Mapping(other, moved);
        }

        @Override
        public String described() {
            return "a mapping";
        }
    }

    /**
     * @param key where the key stands; a message about a key that should not be there points here
     */
    record Entry(Place key, Located value) {}

    record Sequence(Place place, List<Located> items) implements Located {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public Located movedTo(Place other) {
            return new Sequence(
                    other, items.stream().map(item -> item.movedTo(other)).toList());
        }

        @Override
        public String described() {
            return "a list";
        }
    }

    /**
     * @param plain whether it was written without quotes, so that it may mean a number, a boolean or none
     */
    record Scalar(Place place, String text, boolean plain) implements Located {
        private static final int MOST_SHOWN = 60;

        @Override
        public Located movedTo(Place other) {
            return new Scalar(other, text, plain);
        }

        @Override
        public String described() {
            if (plain && text.isEmpty()) {
                return "nothing";
            }
            String start = text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
            return plain ? "'" + start + "'" : "the text \"" + start + "\"";
        }
    }
}
