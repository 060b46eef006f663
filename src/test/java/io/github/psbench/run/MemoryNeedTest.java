package io.github.psbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.device.Gpu;
import io.github.psbench.train.StepMemory;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryNeedTest {
    private static final long GIB = 1L << 30;
    private static final MemoryNeed NEED = new MemoryNeed(List.of(
            new StepMemory("pretraining.batch", 64, GIB, GIB / 32),
            new StepMemory("training.batch", 128, GIB, GIB / 16)));

    @Test
    void theStageThatTakesMostCounts() {
        assertThat(NEED.bytes()).isEqualTo(9 * GIB);
        assertThatCode(() -> NEED.requireWithin(gpu(9 * GIB))).doesNotThrowAnyException();
    }

    @Test
    void theBatchThatWouldFitIsSaid() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> NEED.requireWithin(gpu(5 * GIB)))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.RESOURCES))
                .withMessage(
                        "gpu:1 (Tesla T4) has 5.0 GiB of free memory, and this trial needs about 9.0 GiB. End what else is using it, or make"
                                + " the batch smaller, which is another trial: --set training.batch=64.");
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> NEED.requireWithin(gpu(2 * GIB)))
                .withMessageContaining("--set pretraining.batch=32 --set training.batch=16.");
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> NEED.requireWithin(gpu(GIB / 2)))
                .withMessageContaining("No batch would fit");
    }

    private static ComputeDevice gpu(long free) {
        return new ComputeDevice(new Gpu(1, "GPU-1", "Tesla T4", "550.54.15", 15 * GIB, free), 1);
    }
}
