package io.github.psbench.loss;

import static io.github.psbench.base.InvalidSetting.require;

import ai.djl.ndarray.NDArray;
import io.github.psbench.base.Default;
import io.github.psbench.base.Name;

/** MA, equation 2. */
@Name("ma")
public record MarginAlignment(
        @Default("32") double scale, @Default("0.1") double margin) implements AlignmentLoss {
    public MarginAlignment {
        require(scale > 0 && Double.isFinite(scale), "scale", "must be > 0", scale);
        require(margin >= 0 && margin < Math.PI, "margin", "must be in [0, pi)", margin);
    }

    @Override
    public NDArray value(NDArray cosines, NDArray labels) {
        throw new UnsupportedOperationException();
    }
}
