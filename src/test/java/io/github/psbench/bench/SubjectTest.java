package io.github.psbench.bench;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.SynthPed;
import io.github.psbench.data.synthped.Size;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.device.Gpu;
import io.github.psbench.train.Precision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is to be measured, which nobody measures here. */
class SubjectTest {
    private static final ComputeDevice GPU =
            new ComputeDevice(new Gpu(3, "GPU-3", "Tesla T4", "550.54.15", 15L << 30, 14L << 30), 4);

    @Test
    void everyBenchmarkHasANameOfItsOwn() {
        for (ComputeDevice device : List.of(ComputeDevice.cpu(2), GPU)) {
            List<String> names = new ArrayList<>();
            for (Subject subject : Subject.values()) {
                names.addAll(new Bench(subject, setup(device, Precision.FLOAT32, null)).names());
            }
            assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        }
    }

    @Test
    void gpusGetLargerBatchesUnlessOneIsAskedFor() {
        assertThat(training(ComputeDevice.cpu(2), null)).contains("step resnet50 256x128, batch 16");
        assertThat(training(GPU, null)).contains("step resnet50 256x128, batch 64");
        assertThat(training(GPU, 8)).allMatch(name -> name.endsWith(", batch 8"));
        assertThat(training(ComputeDevice.cpu(2), 8)).isEqualTo(training(GPU, 8));
    }

    @Test
    void aBatchIsNotMoreThanThereIs() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> training(GPU, 50_000))
                .withMessage("a batch of 50000 images is more than the 2400 training images that synthped has");
    }

    private static List<String> training(ComputeDevice device, @Nullable Integer batch) {
        return new Bench(Subject.TRAIN, setup(device, Precision.FLOAT32, batch)).names();
    }

    @Test
    void thePeerIsToldTheSameSettings() {
        assertThat(peer(ComputeDevice.cpu(2), Precision.FLOAT32))
                .containsSubsequence("--threads", "2", "--device", "cpu", "--tf32", "0", "--categories", "508");
        assertThat(peer(GPU, Precision.TF32))
                .containsSubsequence("--threads", "4", "--device", "cuda", "--tf32", "1", "--categories", "508");
    }

    private static List<String> peer(ComputeDevice device, Precision precision) {
        return requireNonNull(
                        RegulariserSteps.of(setup(device, precision, null), 508).peer())
                .arguments();
    }

    /** 168 GB for each of its arrays. */
    @Test
    void aPeerThatWouldNotFitIntoMemoryIsLeftOut() {
        Setup setup = setup(GPU, Precision.FLOAT32, null);
        assertThat(RegulariserSteps.of(setup, 20_000).peer()).isNull();
        assertThat(RegulariserSteps.of(setup, 1890).peer()).isNotNull();
    }

    private static Setup setup(ComputeDevice device, Precision precision, @Nullable Integer batch) {
        return new Setup(
                device,
                precision,
                batch,
                new SynthPed(1, Size.SMALL),
                Places.of(null, System.getenv()),
                Progress.SILENT);
    }
}
