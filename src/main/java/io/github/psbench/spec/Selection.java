package io.github.psbench.spec;

import io.github.psbench.settings.Layers;
import io.github.psbench.settings.Located;
import io.github.psbench.settings.Place;
import io.github.psbench.settings.Problems;
import io.github.psbench.settings.Suggestion;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of the file's data sets or rows are meant, and what is changed in each. */
final class Selection {
    private Selection() {}

    /**
     * @param kind "data set" or "row"
     * @param written a name, a list of names, or a mapping from names to settings; null: everything, unchanged
     * @param known the file's own entries
     * @return settings by name, in the order of the file
     */
    static Map<String, Located.Mapping> read(
            String kind, @Nullable Located written, Located.Mapping known, Problems problems) {
        Map<String, Located.Mapping> meant = new LinkedHashMap<>();
        if (written == null) {
            known.entries().keySet().forEach(name -> meant.put(name, Located.Mapping.empty(Place.BUILT_IN)));
            return meant;
        }
        if (written instanceof Located.Mapping mapping) {
            mapping.entries().forEach((name, entry) -> {
                check(kind, name, entry.key(), known, problems);
                meant.put(name, settings(name, entry, problems));
            });
        } else {
            for (Located item : written instanceof Located.Sequence list ? list.items() : List.of(written)) {
                if (!(item instanceof Located.Scalar name)) {
                    problems.add(item.place(), "a %s's name must be text, got %s", kind, item.described());
                } else if (check(kind, name.text(), name.place(), known, problems)
                        && meant.put(name.text(), Located.Mapping.empty(Place.BUILT_IN)) != null) {
                    problems.add(name.place(), "the %s '%s' is listed twice", kind, name.text());
                }
            }
        }
        return inOrder(known, meant);
    }

    /** The names that the user chose on the command line; all of {@code otherwise} if none. */
    static Map<String, Located.Mapping> chosen(
            String kind,
            String option,
            List<String> names,
            Map<String, Located.Mapping> otherwise,
            Located.Mapping known,
            Problems problems) {
        if (names.isEmpty()) {
            return otherwise;
        }
        Map<String, Located.Mapping> meant = new LinkedHashMap<>();
        for (String name : names) {
            check(kind, name, Place.whole(option + " " + name), known, problems);
            meant.put(name, otherwise.getOrDefault(name, Located.Mapping.empty(Place.BUILT_IN)));
        }
        return inOrder(known, meant);
    }

    /**
     * Names that the user chose on the command line, separated by commas.
     *
     * @param known names, which may hold commas themselves
     */
    static Set<String> separated(List<String> texts, Set<String> known) {
        Set<String> names = new LinkedHashSet<>();
        for (String text : texts) {
            List<String> parts = Arrays.asList(text.split(",", -1));
            int from = 0;
            while (from < parts.size()) {
                int to = parts.size();
                while (to > from + 1 && !known.contains(joined(parts.subList(from, to)))) {
                    to--;
                }
                names.add(joined(parts.subList(from, to)));
                from = to;
            }
        }
        return names;
    }

    private static String joined(List<String> parts) {
        return String.join(",", parts).strip();
    }

    private static Map<String, Located.Mapping> inOrder(Located.Mapping known, Map<String, Located.Mapping> meant) {
        Map<String, Located.Mapping> ordered = new LinkedHashMap<>();
        for (String name : known.entries().keySet()) {
            Located.Mapping settings = meant.get(name);
            if (settings != null) {
                ordered.put(name, settings);
            }
        }
        return ordered;
    }

    /** Reports a name that the file does not have. */
    static boolean check(String kind, String name, Place place, Located.Mapping known, Problems problems) {
        if (known.entries().containsKey(name)) {
            return true;
        }
        problems.add(
                place,
                "unknown %s '%s'%s",
                kind,
                name,
                Suggestion.after(name, known.entries().keySet()));
        return false;
    }

    /** The settings of an entry; with nothing behind its name it changes nothing. */
    static Located.Mapping settings(String name, Located.Entry entry, Problems problems) {
        if (entry.value() instanceof Located.Mapping mapping) {
            return Layers.nest(mapping, problems);
        }
        if (!entry.value().isBlank()) {
            problems.add(
                    entry.value().place(),
                    "'%s' must be a mapping of settings, got %s; write {} for none",
                    name,
                    entry.value().described());
        }
        return Located.Mapping.empty(entry.key());
    }
}
