package io.github.psbench.settings;

import org.jspecify.annotations.Nullable;

/**
 * What became of a YAML value.
 *
 * @param value null is none
 * @param usable false if no value came of it; the reason is among the problems
 */
public record Bound(@Nullable Object value, boolean usable) {
    public static final Bound NONE = new Bound(null, true);
    public static final Bound UNUSABLE = new Bound(null, false);

    public static Bound of(Object value) {
        return new Bound(value, true);
    }
}
