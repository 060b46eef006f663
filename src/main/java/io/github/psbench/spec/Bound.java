package io.github.psbench.spec;

import org.jspecify.annotations.Nullable;

/**
 * What became of a YAML value.
 *
 * @param value null is none
 * @param usable false if no value came of it; the reason is among the problems
 */
record Bound(@Nullable Object value, boolean usable) {
    static final Bound NONE = new Bound(null, true);
    static final Bound UNUSABLE = new Bound(null, false);

    static Bound of(Object value) {
        return new Bound(value, true);
    }
}
