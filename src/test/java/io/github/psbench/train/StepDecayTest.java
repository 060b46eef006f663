package io.github.psbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StepDecayTest {
    @Test
    void thePaperDecaysEveryFiveEpochs() {
        StepDecay decay = new StepDecay(5, 0.1, false);
        for (int epoch = 0; epoch < 10; epoch++) {
            assertThat(decay.at(epoch)).isCloseTo(epoch < 5 ? 1 : 0.1, within(1e-15));
        }
    }

    @Test
    void theReleasedCodeDecaysAnEpochEarly() {
        // Epochs 1-4 at the full rate, 5-9 at a tenth, the 10th at a hundredth.
        StepDecay decay = new StepDecay(5, 0.1, true);
        for (int epoch = 1; epoch <= 10; epoch++) {
            double expected = epoch <= 4 ? 1 : epoch <= 9 ? 0.1 : 0.01;
            assertThat(decay.at(epoch - 1)).isCloseTo(expected, within(1e-15));
        }
    }
}
