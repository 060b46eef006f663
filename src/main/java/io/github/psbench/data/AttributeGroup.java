package io.github.psbench.data;

import static io.github.psbench.base.InvalidSetting.require;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a person is described by in one respect, such as the colour of a shirt: a person has exactly one value of each group.
 *
 * @param name such as "upper colour"
 * @param anyOf the attributes of which a person may have any; empty where the values exclude each other
 * @param bits the names of the bits that the group has in a category's vector, at least one
 * @param values at least two, of different names and codes
 */
public record AttributeGroup(String name, List<String> anyOf, List<String> bits, List<Value> values) {
    /** The value of a group in which nothing applies, where a data set has it. */
    public static final String NONE = "none";

    private static final String AND = " + ";

    /**
     * @param name such as "red", or "hat + glasses"
     * @param code the indices of those of the group's bits that are one, ascending
     */
    public record Value(String name, List<Integer> code) {
        public Value {
            code = List.copyOf(code);
        }
    }

    public AttributeGroup {
        anyOf = List.copyOf(anyOf);
        bits = List.copyOf(bits);
        values = List.copyOf(values);
        List<String> names = values.stream().map(Value::name).toList();
        require(values.size() >= 2, "values", "must be at least two", names);
        require(new HashSet<>(names).size() == names.size(), "values", "must all be different", names);
    }

    /** How many attributes the field counts in this group, >= 1. */
    public int attributes() {
        if (!anyOf.isEmpty()) {
            return anyOf.size();
        }
        return indexOf(NONE) >= 0 ? values.size() - 1 : 1;
    }

    /**
     * A group of values that exclude each other. Where {@link #NONE} is one of them, every other is an attribute that a person has or has
     * not; else the group is one attribute of several values.
     *
     * @param values at least two, all different
     */
    public static AttributeGroup oneOf(String name, List<String> values, Encoding encoding) {
        boolean optional = values.contains(NONE);
        List<String> bits = new ArrayList<>(values);
        if (encoding == Encoding.BITS) {
            bits.remove(optional ? NONE : values.size() == 2 ? values.get(0) : null);
        }
        List<Value> coded = values.stream()
                .map(value -> new Value(value, bits.contains(value) ? List.of(bits.indexOf(value)) : List.of()))
                .toList();
        return new AttributeGroup(name, List.of(), bits, coded);
    }

    /**
     * A group of attributes of which a person may have any. Its values are the combinations that occur.
     *
     * @param attributes at least one, all different
     * @param occurring for each combination the indices of its attributes; where only one occurs, having none or all of them is the other
     */
    public static AttributeGroup anyOf(
            String name, List<String> attributes, Collection<SortedSet<Integer>> occurring, Encoding encoding) {
        SortedSet<SortedSet<Integer>> patterns = new TreeSet<>(AttributeGroup::compare);
        patterns.addAll(occurring);
        if (patterns.size() < 2) {
            patterns.add(new TreeSet<>());
        }
        if (patterns.size() < 2) {
            patterns.add(IntStream.range(0, attributes.size()).boxed().collect(Collectors.toCollection(TreeSet::new)));
        }
        List<Value> values = new ArrayList<>();
        for (SortedSet<Integer> pattern : patterns) {
            values.add(new Value(
                    combination(attributes, pattern),
                    encoding == Encoding.BITS ? List.copyOf(pattern) : List.of(values.size())));
        }
        List<String> bits = encoding == Encoding.BITS
                ? attributes
                : values.stream().map(Value::name).toList();
        return new AttributeGroup(name, attributes, bits, values);
    }

    /** The name of the value that is this combination. */
    static String combination(List<String> attributes, SortedSet<Integer> pattern) {
        return pattern.isEmpty() ? NONE : pattern.stream().map(attributes::get).collect(Collectors.joining(AND));
    }

    /** The indices of what holds where the group has this value: of the attributes, or of the value itself where values exclude each other. */
    public SortedSet<Integer> members(int value) {
        SortedSet<Integer> members = new TreeSet<>();
        String held = values.get(value).name();
        if (anyOf.isEmpty()) {
            members.add(value);
        } else if (!held.equals(NONE)) {
            for (String attribute : held.split(Pattern.quote(AND), -1)) {
                members.add(anyOf.indexOf(attribute));
            }
        }
        return members;
    }

    /** The index of a value; -1 where there is none of that name. */
    public int indexOf(String value) {
        return IntStream.range(0, values.size())
                .filter(index -> values.get(index).name().equals(value))
                .findFirst()
                .orElse(-1);
    }

    /** Fewer attributes first, then the order of the attributes. */
    private static int compare(SortedSet<Integer> a, SortedSet<Integer> b) {
        if (a.size() != b.size()) {
            return Integer.compare(a.size(), b.size());
        }
        List<Integer> left = List.copyOf(a);
        List<Integer> right = List.copyOf(b);
        return IntStream.range(0, left.size())
                .map(i -> left.get(i).compareTo(right.get(i)))
                .filter(difference -> difference != 0)
                .findFirst()
                .orElse(0);
    }
}
