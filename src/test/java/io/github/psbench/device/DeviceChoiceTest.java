package io.github.psbench.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeviceChoiceTest {
    private static final EngineNatives FOR_CPU = new EngineNatives("2.7.1", "0.35.1", "2.7.1", "cpu");
    private static final EngineNatives FOR_CUDA = new EngineNatives("2.5.1", "0.32.0", "2.5.1", "cu124");

    @Test
    void autoTakesAllGpusThatTheEngineCanUse() {
        assertThat(names("auto", 3, FOR_CUDA)).containsExactly("gpu:0", "gpu:1", "gpu:2");
        assertThat(names("auto", 0, FOR_CUDA)).containsExactly("cpu");
        assertThat(names("auto", 3, FOR_CPU)).containsExactly("cpu");
    }

    @Test
    void gpusAreTakenByTheirNumbers() {
        assertThat(names("gpu:0,2", 3, FOR_CUDA)).containsExactly("gpu:0", "gpu:2");
        assertThat(names("gpu", 2, FOR_CUDA)).containsExactly("gpu:0", "gpu:1");
        assertThat(names("cpu", 2, FOR_CUDA)).containsExactly("cpu");
    }

    @Test
    void aLibtorchFromElsewhereSaysWhatItIsFor() {
        Map<String, String> environment =
                Map.of("PYTORCH_LIBRARY_PATH", "/opt/libtorch/lib", "PYTORCH_FLAVOR", "cu128");
        assertThat(new DeviceChoice("gpu", 1).among(machine(1), FOR_CPU, environment))
                .extracting(ComputeDevice::name)
                .containsExactly("gpu:0");
    }

    @Test
    void whatCannotBeIsSaidWithTheRemedy() {
        assertRefused("gpu", 0, FOR_CUDA, ErrorKind.USAGE, "no GPU", "nvidia-smi", "--device cpu");
        assertRefused("gpu", 1, FOR_CPU, ErrorKind.RESOURCES, "libtorch 2.7.1 for cpu", "README");
        assertRefused("gpu:1", 1, FOR_CUDA, ErrorKind.USAGE, "no GPU 1", "gpu:0 (Tesla T4)");
        assertRefused("gpu:0,0", 1, FOR_CUDA, ErrorKind.USAGE, "twice", "--per-device");
        for (String text : List.of("", "tpu", "gpu:", "gpu:a", "gpu:-1", "gpu:0,", "cuda:0", "GPU", "gpu:0;1")) {
            assertRefused(text, 1, FOR_CUDA, ErrorKind.USAGE, "'" + text + "'");
        }
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> new DeviceChoice("cpu", 0))
                .withMessageContaining("--threads");
    }

    @Test
    void aTrialsProcessSeesItsOwnGpuAlone() {
        ComputeDevice third = new DeviceChoice("gpu:2", 4)
                .among(machine(3), FOR_CUDA, Map.of())
                .get(0);
        assertThat(third.environment()).containsEntry("CUDA_VISIBLE_DEVICES", "GPU-2");
        assertThat(third.inItsProcess()).isEqualTo("gpu");
        assertThat(third.threads()).isEqualTo(4);
        assertThat(ComputeDevice.cpu(1).environment()).isEmpty();
        assertThat(ComputeDevice.cpu(1).freeBytes()).isPositive();
    }

    private static List<String> names(String text, int gpus, EngineNatives natives) {
        return new DeviceChoice(text, 1)
                .among(machine(gpus), natives, Map.of()).stream()
                        .map(ComputeDevice::name)
                        .toList();
    }

    private static void assertRefused(String text, int gpus, EngineNatives natives, ErrorKind kind, String... says) {
        assertThatExceptionOfType(Failure.class)
                .as(text)
                .isThrownBy(() -> names(text, gpus, natives))
                .satisfies(failure -> {
                    assertThat(failure.kind()).isEqualTo(kind);
                    assertThat(failure.getMessage()).contains(says);
                });
    }

    private static DeviceInventory machine(int gpus) {
        return () -> IntStream.range(0, gpus)
                .mapToObj(i -> new Gpu(i, "GPU-" + i, "Tesla T4", "550.54.15", 15L << 30, 14L << 30))
                .toList();
    }
}
