package io.github.psbench.train;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Default;

/**
 * The main stage.
 *
 * @param epochs 1..10000; the model after the last one is evaluated, never one chosen by its test scores
 * @param batch images a step, 1..65536
 * @param frozenBatchNorm whether the backbone's batch normalisation keeps the running statistics that it comes with; its scale and shift are
 *     trained either way
 */
public record Training(
        @Default("10") int epochs,
        @Default("128") int batch,
        @Default("keep") LastBatch lastBatch,
        @Default("{}") LearningRates learningRates,
        @Default("{}") Sgd optimiser,
        @Default("{}") StepDecay decay,
        @Default("false") boolean frozenBatchNorm) {
    public Training {
        require(epochs >= 1 && epochs <= 10_000, "epochs", "must be in 1..10000", epochs);
        require(batch >= 1 && batch <= 65_536, "batch", "must be in 1..65536", batch);
    }
}
