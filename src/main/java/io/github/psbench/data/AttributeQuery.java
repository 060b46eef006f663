package io.github.psbench.data;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.settings.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What somebody asks for in a data set's attributes; what is not asked for is left open.
 *
 * @param schema whose attributes
 * @param allowed for each group of the schema, in its order, the indices of the values that will do, at least one
 */
public record AttributeQuery(AttributeSchema schema, List<Set<Integer>> allowed) {
    public AttributeQuery {
        List<Set<Integer>> copies = new ArrayList<>();
        allowed.forEach(values -> copies.add(new TreeSet<>(values)));
        allowed = Collections.unmodifiableList(copies);
        if (allowed.size() != schema.groups().size() || allowed.stream().anyMatch(Set::isEmpty)) {
            throw new IllegalArgumentException("at least one value must be allowed in each group, got " + allowed);
        }
    }

    /**
     * Reads what a user writes: {@code gender=female, upper-colour=red|blue, hat=yes}. Names and values are those of the schema, in any case,
     * with spaces, hyphens or underscores; of a group whose attributes do not exclude each other, {@code attribute=yes} asks for one of them and
     * {@code attribute=no} for its absence. An empty text leaves everything open.
     *
     * @throws Failure of kind USAGE that names every part which is not understood, and what was probably meant
     */
    public static AttributeQuery parse(AttributeSchema schema, String text) {
        return parse(schema, "query", text);
    }

    /** @param what the text is, for messages: "query", or the option and the key that it may have come from */
    public static AttributeQuery parse(AttributeSchema schema, String what, String text) {
        List<Set<Integer>> allowed = new ArrayList<>();
        schema.groups().forEach(group -> allowed.add(everything(group)));
        List<String> mistakes = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (part.isBlank()) {
                continue;
            }
            try {
                narrow(schema, part.strip(), allowed);
            } catch (IllegalArgumentException mistake) {
                mistakes.add(mistake.getMessage());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new Failure(
                    ErrorKind.USAGE, "%s '%s': %s".formatted(what, text.strip(), String.join("\n", mistakes)), null);
        }
        return new AttributeQuery(schema, allowed);
    }

    private static Set<Integer> everything(AttributeGroup group) {
        return IntStream.range(0, group.values().size()).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private static void narrow(AttributeSchema schema, String part, List<Set<Integer>> allowed) {
        int equals = part.indexOf('=');
        if (equals <= 0 || equals == part.length() - 1) {
            throw new IllegalArgumentException("'%s' must be an attribute and its value, like %s"
                    .formatted(part, example(schema.groups().get(0))));
        }
        String name = part.substring(0, equals).strip();
        String value = part.substring(equals + 1).strip();
        List<AttributeGroup> groups = schema.groups();
        for (int g = 0; g < groups.size(); g++) {
            AttributeGroup group = groups.get(g);
            if (same(group.name(), name)) {
                keep(allowed, g, part, valuesOf(group, value)::contains);
                return;
            }
        }
        for (int g = 0; g < groups.size(); g++) {
            AttributeGroup group = groups.get(g);
            for (int a = 0; a < group.anyOf().size(); a++) {
                if (same(group.anyOf().get(a), name)) {
                    int attribute = a;
                    boolean asked = isYes(name, value);
                    keep(allowed, g, part, index -> group.members(index).contains(attribute) == asked);
                    return;
                }
            }
        }
        throw new IllegalArgumentException("there is no attribute '%s'%s".formatted(name, after(name, names(schema))));
    }

    private static void keep(List<Set<Integer>> allowed, int group, String part, IntPredicate wanted) {
        Set<Integer> kept = allowed.get(group).stream()
                .filter(value -> wanted.test(value))
                .collect(Collectors.toCollection(TreeSet::new));
        if (kept.isEmpty()) {
            throw new IllegalArgumentException(
                    "'%s' leaves nobody: no combination of this group's values in the data set is like that"
                            .formatted(part));
        }
        allowed.set(group, kept);
    }

    private static Set<Integer> valuesOf(AttributeGroup group, String written) {
        List<String> names =
                group.values().stream().map(AttributeGroup.Value::name).toList();
        Set<Integer> values = new TreeSet<>();
        for (String one : written.split("\\|", -1)) {
            int index = IntStream.range(0, names.size())
                    .filter(candidate -> same(names.get(candidate), one.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "%s has no value '%s'%s".formatted(group.name(), one.strip(), after(one.strip(), names))));
            values.add(index);
        }
        return values;
    }

    private static boolean isYes(String name, String value) {
        if (same(value, "yes") || same(value, "no")) {
            return same(value, "yes");
        }
        throw new IllegalArgumentException("%s must be yes or no, got '%s'".formatted(name, value));
    }

    private static String after(String written, List<String> names) {
        return Suggestion.after(
                written, names.stream().map(AttributeQuery::asWritten).toList());
    }

    private static List<String> names(AttributeSchema schema) {
        return schema.groups().stream()
                .flatMap(group -> IntStream.rangeClosed(0, group.anyOf().size())
                        .mapToObj(i -> i == 0 ? group.name() : group.anyOf().get(i - 1)))
                .toList();
    }

    private static String example(AttributeGroup group) {
        return asWritten(group.name()) + "=" + asWritten(group.values().get(0).name());
    }

    private static boolean same(String name, String written) {
        return asWritten(name).equals(asWritten(written));
    }

    /** A name as it is easy to type: "upper colour" is upper-colour. */
    public static String asWritten(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[\\s_-]+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("-"));
    }

    /** Whether any value of a group will do. */
    public boolean isOpen(int group) {
        return allowed.get(group).size() == schema.groups().get(group).values().size();
    }

    /** Whether a person of this category is asked for. */
    public boolean matches(PersonCategory category) {
        return IntStream.range(0, allowed.size())
                .allMatch(g -> allowed.get(g).contains(category.values().get(g)));
    }

    /** What is asked for, in the schema's words: "gender: female", "upper colour: red or blue"; what is left open is left out. */
    public List<String> inWords() {
        return IntStream.range(0, allowed.size())
                .filter(g -> !isOpen(g))
                .mapToObj(g -> schema.groups().get(g).name() + ": "
                        + allowed.get(g).stream()
                                .map(value -> schema.groups()
                                        .get(g)
                                        .values()
                                        .get(value)
                                        .name())
                                .collect(Collectors.joining(" or ")))
                .toList();
    }
}
