package io.github.psbench.train;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Default;
import io.github.psbench.model.Initialiser;
import io.github.psbench.model.Layer;
import io.github.psbench.model.Layers;
import io.github.psbench.model.Perceptron;
import java.util.List;

/**
 * Attribute pretraining of the backbone: one softmax head a group on the pooled features; the heads are dropped afterwards.
 *
 * @param heads the shape of a head
 * @param epochs 1..10000
 * @param batch images a step, 1..65536
 * @param learningRate > 0
 */
public record Pretraining(
        @Default("fc4") Heads heads,
        @Default("5") int epochs,
        @Default("64") int batch,
        @Default("keep") LastBatch lastBatch,
        @Default("0.01") double learningRate,
        @Default("{nesterov: true}") Sgd optimiser,
        @Default("{every: 10}") StepDecay decay) {
    /** How the heads are built. */
    public enum Heads {
        /** Four fully connected layers, as the paper says; the widths 512, 256, 128 are ours, it leaves them open. */
        FC4 {
            @Override
            Layer layers(int features, int values) {
                return new Perceptron(List.of(features, 512, 256, 128, values), Initialiser.normal(0.001));
            }
        },
        /** Three fully connected layers (512, 128) and batch normalisation of the logits, as the released code has. */
        FC3_BN {
            @Override
            Layer layers(int features, int values) {
                return Layers.sequence(
                        new Perceptron(List.of(features, 512, 128, values), Initialiser.normal(0.001)),
                        Layers.named("bn", Layers.batchNorm(values)));
            }
        };

        /** A classifier of features [n, features] into that many values: logits [n, values]. */
        abstract Layer layers(int features, int values);
    }

    public Pretraining {
        require(epochs >= 1 && epochs <= 10_000, "epochs", "must be in 1..10000", epochs);
        require(batch >= 1 && batch <= 65_536, "batch", "must be in 1..65536", batch);
        require(learningRate > 0 && Double.isFinite(learningRate), "learningRate", "must be > 0", learningRate);
    }
}
