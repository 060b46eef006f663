package io.github.psbench.model;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** What a forward pass leaves in memory for the backward pass, for one picture: each feature map once, however many layers need it. */
public final class Activations {
    private static final int INDICES = 2; // int64 beside float32

    private final Set<FeatureMap> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    private long indices;

    private Activations() {}

    /** Those of some layers on an input of this shape. */
    public static Activations of(Layer layers, FeatureMap input) {
        Activations activations = new Activations();
        layers.trace(input, activations);
        return activations;
    }

    void keep(FeatureMap map) {
        kept.add(map);
    }

    /** The places that the numbers of a map were taken from, as 8 bytes each. */
    void keepIndices(FeatureMap map) {
        indices += map.numbers();
    }

    /** How many float32 numbers all of it is. */
    public long numbers() {
        return kept.stream().mapToLong(FeatureMap::numbers).sum() + INDICES * indices;
    }

    /** How many numbers the largest map has: gradients of this size are in flight in the backward pass. */
    public long largest() {
        return kept.stream().mapToLong(FeatureMap::numbers).max().orElse(0);
    }
}
