package io.github.psbench.data;

import static io.github.psbench.base.InvalidSetting.require;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The attribute groups in which a data set describes people.
 *
 * @param groups at least one; their order is the order of {@link PersonCategory#values()} and of the bits
 */
public record AttributeSchema(List<AttributeGroup> groups) {
    public AttributeSchema {
        groups = List.copyOf(groups);
        require(!groups.isEmpty(), "groups", "must be at least one", groups);
    }

    /** The number of attributes as the field counts them, see {@link AttributeGroup#attributes()}. */
    public int attributes() {
        return groups.stream().mapToInt(AttributeGroup::attributes).sum();
    }

    /** The length K of a category's vector. */
    public int bits() {
        return groups.stream().mapToInt(group -> group.bits().size()).sum();
    }

    /** How many bits each group has in a category's vector, in order; they add up to {@link #bits()}. */
    public List<Integer> groupSizes() {
        return groups.stream().map(group -> group.bits().size()).toList();
    }

    /**
     * The category's vector p: the codes of its groups' values, one after the other.
     *
     * @return K zeros and ones
     * @throws IllegalArgumentException if the category is not one of this schema
     */
    public float[] encode(PersonCategory category) {
        check(category);
        float[] vector = new float[bits()];
        int offset = 0;
        for (int g = 0; g < groups.size(); g++) {
            AttributeGroup group = groups.get(g);
            for (int bit : group.values().get(category.values().get(g)).code()) {
                vector[offset + bit] = 1;
            }
            offset += group.bits().size();
        }
        return vector;
    }

    /**
     * The category of a vector; undoes {@link #encode}.
     *
     * @param vector K zeros and ones
     * @throws IllegalArgumentException if no category has it
     */
    public PersonCategory decode(float[] vector) {
        if (vector.length != bits()) {
            throw new IllegalArgumentException("a vector must have " + bits() + " bits, got " + vector.length);
        }
        List<Integer> values = new ArrayList<>();
        int offset = 0;
        for (AttributeGroup group : groups) {
            List<Integer> code = new ArrayList<>();
            for (int bit = 0; bit < group.bits().size(); bit++) {
                if (vector[offset + bit] != 0) {
                    code.add(bit);
                }
            }
            offset += group.bits().size();
            int value = group.values().stream()
                    .map(AttributeGroup.Value::code)
                    .toList()
                    .indexOf(code);
            if (value < 0) {
                throw new IllegalArgumentException("no value of " + group.name() + " has the bits " + code);
            }
            values.add(value);
        }
        return new PersonCategory(values);
    }

    /** The category in words: "gender female, hair long, ...". */
    public String describe(PersonCategory category) {
        check(category);
        return IntStream.range(0, groups.size())
                .mapToObj(g -> groups.get(g).name() + " "
                        + groups.get(g).values().get(category.values().get(g)).name())
                .collect(Collectors.joining(", "));
    }

    private void check(PersonCategory category) {
        if (category.values().size() != groups.size()) {
            throw new IllegalArgumentException(
                    "category has " + category.values().size() + " values, schema has " + groups.size() + " groups");
        }
        for (int g = 0; g < groups.size(); g++) {
            int value = category.values().get(g);
            if (value < 0 || value >= groups.get(g).values().size()) {
                throw new IllegalArgumentException("value " + value + " is out of range for group "
                        + groups.get(g).name());
            }
        }
    }
}
