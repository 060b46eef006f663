package io.github.psbench.train;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Default;

/**
 * The learning rate's factor in an epoch.
 *
 * @param every epochs between two decays, >= 1
 * @param factor what the rate is multiplied by, in (0, 1]
 * @param offByOne whether the decay comes one epoch early, as it does where a scheduler is stepped at the start of each epoch: the released
 *     code runs epochs 1-4 at the full rate, 5-9 at a tenth and the 10th at a hundredth
 */
public record StepDecay(
        @Default("5") int every,
        @Default("0.1") double factor,
        @Default("false") boolean offByOne) {
    public StepDecay {
        require(every >= 1, "every", "must be >= 1", every);
        require(factor > 0 && factor <= 1, "factor", "must be in (0, 1]", factor);
    }

    /** @param epoch counted from 0 */
    public double at(int epoch) {
        int decays = (epoch + (offByOne ? 1 : 0)) / every;
        return StrictMath.pow(factor, decays);
    }
}
