package io.github.psbench.data;

import java.util.List;

/** The ten attribute groups of the Market-1501 Attribute annotation: 27 attributes, 39 bits. SynthPed describes its people in them too. */
final class MarketSchema {
    /**
     * Within a group the values stand in the order of the annotation's numbers (1 first), colours as the annotation of the training people lists them.
     * Bags and colours have "none" because people without any of them occur.
     */
    static final AttributeSchema SCHEMA = new AttributeSchema(List.of(
            group("age", "young", "teenager", "adult", "old"),
            group("bag", AttributeGroup.NONE, "backpack", "bag", "handbag"),
            group(
                    "lower colour",
                    AttributeGroup.NONE,
                    "black",
                    "blue",
                    "brown",
                    "gray",
                    "green",
                    "pink",
                    "purple",
                    "white",
                    "yellow"),
            group(
                    "upper colour",
                    AttributeGroup.NONE,
                    "black",
                    "blue",
                    "green",
                    "gray",
                    "purple",
                    "red",
                    "white",
                    "yellow"),
            group("clothes", "dress", "pants"),
            group("lower length", "long", "short"),
            group("sleeve length", "long", "short"),
            group("hair", "short", "long"),
            group("hat", "no", "yes"),
            group("gender", "male", "female")));

    private MarketSchema() {}

    private static AttributeGroup group(String name, String... values) {
        return new AttributeGroup(name, List.of(values));
    }
}
