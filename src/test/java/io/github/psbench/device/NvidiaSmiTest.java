package io.github.psbench.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NvidiaSmiTest {
    /** As the program prints it, a slice of a GPU included. */
    private static final List<Gpu> MACHINE = NvidiaSmi.listed(List.of(
            "GPU-8b8c1a2e-0001, NVIDIA A100-SXM4-80GB, 550.54.15, 81920, 81153",
            "GPU-8b8c1a2e-0002, NVIDIA A100-SXM4-80GB, 550.54.15, 81920, [N/A]",
            "GPU-3c02, Tesla T4, 550.54.15, 15360, 2048",
            ""));

    @Test
    void aLineIsAGpu() {
        assertThat(MACHINE)
                .containsExactly(
                        new Gpu(
                                0,
                                "GPU-8b8c1a2e-0001",
                                "NVIDIA A100-SXM4-80GB",
                                "550.54.15",
                                81920L << 20,
                                81153L << 20),
                        new Gpu(1, "GPU-3c02", "Tesla T4", "550.54.15", 15360L << 20, 2048L << 20));
    }

    @Test
    void onlyThoseCountThatCudaShowsToThisProcess() {
        assertThat(NvidiaSmi.visible(MACHINE, null)).isEqualTo(MACHINE);
        assertThat(visible("")).isEmpty();
        assertThat(visible("1")).containsExactly("0 GPU-3c02");
        assertThat(visible("1,0")).containsExactly("0 GPU-3c02", "1 GPU-8b8c1a2e-0001");
        assertThat(visible("GPU-3c")).containsExactly("0 GPU-3c02");
        assertThat(visible("0,7,1")).as("what is no GPU ends the list").containsExactly("0 GPU-8b8c1a2e-0001");
        assertThat(visible("0,0")).containsExactly("0 GPU-8b8c1a2e-0001");
        assertThat(visible("NoDevFiles")).isEmpty();
        assertThat(visible("-1")).isEmpty();
    }

    @Test
    void aMachineIsAskedWithoutHarm() {
        assertThat(new NvidiaSmi(Map.of("CUDA_VISIBLE_DEVICES", "")).gpus()).isEmpty();
    }

    private static List<String> visible(String variable) {
        return NvidiaSmi.visible(MACHINE, variable).stream()
                .map(gpu -> gpu.index() + " " + gpu.uuid())
                .toList();
    }
}
