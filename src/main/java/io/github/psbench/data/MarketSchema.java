package io.github.psbench.data;

import java.util.List;

/** The ten attribute groups of the Market-1501 Attribute annotation, 27 attributes. SynthPed describes its people in them too. */
final class MarketSchema {
    private MarketSchema() {}

    /**
     * 39 bits as {@link Encoding#PATTERNS}, 30 as {@link Encoding#BITS}. Within a group the values stand in the order of the annotation's
     * numbers (1 first), colours as the annotation of the training people lists them. Bags and colours have "none" because people without
     * any of them occur.
     */
    static AttributeSchema of(Encoding encoding) {
        return new AttributeSchema(List.of(
                group(encoding, "age", "young", "teenager", "adult", "old"),
                group(encoding, "bag", AttributeGroup.NONE, "backpack", "bag", "handbag"),
                group(
                        encoding,
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
                        encoding,
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
                group(encoding, "clothes", "dress", "pants"),
                group(encoding, "lower length", "long", "short"),
                group(encoding, "sleeve length", "long", "short"),
                group(encoding, "hair", "short", "long"),
                group(encoding, "hat", "no", "yes"),
                group(encoding, "gender", "male", "female")));
    }

    private static AttributeGroup group(Encoding encoding, String name, String... values) {
        return AttributeGroup.oneOf(name, List.of(values), encoding);
    }
}
