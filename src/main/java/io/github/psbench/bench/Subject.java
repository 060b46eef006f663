package io.github.psbench.bench;

import io.github.psbench.model.MobileNetV2;
import io.github.psbench.model.ResNet18;
import io.github.psbench.model.ResNet50;
import java.util.List;
import java.util.stream.IntStream;

/** What can be measured. */
public enum Subject {
    /** Steps of training. */
    TRAIN {
        @Override
        List<Benchmark> benchmarks(Setup setup) {
            return List.of(
                    TrainingSteps.of(setup, new ResNet18(null, 1), 64, 32, setup.batch(64, 128)),
                    TrainingSteps.of(setup, new MobileNetV2(null), 128, 64, setup.batch(64, 128)),
                    TrainingSteps.of(setup, new MobileNetV2(null), 256, 128, setup.batch(16, 64)),
                    TrainingSteps.of(setup, new ResNet50(null, 1), 128, 64, setup.batch(32, 128)),
                    TrainingSteps.of(setup, new ResNet50(null, 1), 256, 128, setup.batch(16, 64)));
        }
    },
    /** The semantic margin regulariser over ever more categories. */
    LOSS {
        @Override
        List<Benchmark> benchmarks(Setup setup) {
            return IntStream.of(508, 1890, 5000, 20_000)
                    .mapToObj(categories -> RegulariserSteps.of(setup, categories))
                    .toList();
        }
    };

    /** Each with a name of its own. */
    abstract List<Benchmark> benchmarks(Setup setup);
}
