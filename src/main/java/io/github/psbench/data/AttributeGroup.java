package io.github.psbench.data;

import static io.github.psbench.base.InvalidSetting.require;

import java.util.HashSet;
import java.util.List;

/**
 * Attributes that exclude each other, such as the colours of a shirt: a person has exactly one value of each group.
 *
 * @param name such as "upper colour"
 * @param values at least two, all different; the value {@link #NONE} stands for "none of the others"
 */
public record AttributeGroup(String name, List<String> values) {
    /** The value of a group in which nothing applies, where a data set has it. */
    public static final String NONE = "none";

    public AttributeGroup {
        values = List.copyOf(values);
        require(values.size() >= 2, "values", "must be at least two", values);
        require(new HashSet<>(values).size() == values.size(), "values", "must all be different", values);
    }

    /**
     * How many attributes the field counts in this group: where "none" is a value, every other value is an attribute that a person has or
     * has not; else the group is one attribute of several values. Market-1501 has 27 by this count.
     */
    public int attributes() {
        return values.contains(NONE) ? values.size() - 1 : 1;
    }
}
