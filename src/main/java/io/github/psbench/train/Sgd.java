package io.github.psbench.train;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Default;

/**
 * Settings of stochastic gradient descent, with PyTorch's update rule: d = g + weightDecay p; v = momentum v + d; d = d + momentum v with
 * Nesterov, else v; p = p - lr d.
 *
 * @param momentum 0..1
 * @param weightDecay >= 0, on every parameter
 * @param nesterov needs momentum
 */
public record Sgd(
        @Default("0.9") double momentum,
        @Default("5e-4") double weightDecay,
        @Default("false") boolean nesterov) {
    public Sgd {
        require(momentum >= 0 && momentum < 1, "momentum", "must be in [0, 1)", momentum);
        require(weightDecay >= 0 && weightDecay < 1, "weightDecay", "must be in [0, 1)", weightDecay);
        require(!nesterov || momentum > 0, "nesterov", "needs momentum > 0", nesterov);
    }
}
