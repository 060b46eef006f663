package io.github.psbench.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EngineNativesTest {
    private final EngineNatives natives = EngineNatives.onClassPath();

    @Test
    void whatTheBuildHoldsFits() {
        assertThat(natives).isEqualTo(new EngineNatives("2.7.1", "0.35.1", "2.7.1", "cpu"));
        assertThat(natives.misfit(Map.of())).isEmpty();
        assertThat(natives.misfit(Map.of("PYTORCH_VERSION", "2.7.1", "PYTORCH_LIBRARY_PATH", "")))
                .isEmpty();
    }

    @Test
    void aBuildWithAnotherLibtorchThanItsBridgeDoesNotFit() {
        assertThat(new EngineNatives("2.7.1", "0.35.1", "2.5.1", "cpu").misfit(Map.of()))
                .hasValueSatisfying(misfit -> assertThat(misfit.found()).contains("2.5.1", "2.7.1"));
    }

    @Test
    void anotherVersionByEnvironmentDoesNotFit() {
        for (String version : new String[] {"2.5.1", "2.7.10", "2.7"}) {
            Map<String, String> environment = Map.of("PYTORCH_VERSION", version);
            assertThat(natives.misfit(environment)).as(version).hasValueSatisfying(misfit -> {
                assertThat(misfit.found()).contains("PYTORCH_VERSION is " + version);
                assertThat(misfit.remedy()).contains("Unset PYTORCH_VERSION");
            });
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(() -> EngineNatives.requireFit(environment))
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.RESOURCES))
                    .withMessageContaining(version);
        }
    }

    @Test
    void aLibtorchFromElsewhereIsKnownByItsHeader(@TempDir Path folder) throws IOException {
        Path lib = Files.createDirectories(folder.resolve("lib"));
        Map<String, String> environment =
                Map.of("PYTORCH_LIBRARY_PATH", lib.toString(), "PYTORCH_VERSION", "2.7.1", "PYTORCH_FLAVOR", "cpu");
        assertThat(natives.misfit(environment)).hasValueSatisfying(misfit -> assertThat(misfit.found())
                .contains("no include/torch/csrc/api/include/torch/version.h"));

        Path header = Files.createDirectories(folder.resolve("include/torch")).resolve("version.h");
        Files.writeString(header, "#pragma once\n#define TORCH_VERSION \"2.6.0+cpu\"\n");
        assertThat(natives.misfit(environment))
                .hasValueSatisfying(misfit -> assertThat(misfit.found()).contains("2.6.0+cpu"));

        Files.writeString(header, "#pragma once\n#define TORCH_VERSION \"2.7.1+cpu\"\n");
        assertThat(natives.misfit(environment)).isEmpty();
        assertThat(natives.misfit(Map.of("PYTORCH_LIBRARY_PATH", lib.toString())))
                .hasValueSatisfying(misfit -> assertThat(misfit.remedy()).contains("PYTORCH_FLAVOR=cpu"));
    }

    @Test
    void aHeaderOfPythonsTorchIsReadToo(@TempDir Path folder) throws IOException {
        Path lib = Files.createDirectories(folder.resolve("torch/lib"));
        Files.writeString(
                Files.createDirectories(folder.resolve("torch/include/torch/csrc/api/include/torch"))
                        .resolve("version.h"),
                "#define TORCH_VERSION_MAJOR 2\n#define TORCH_VERSION \\\n  \"2.7.1\"\n");
        Map<String, String> environment = Map.of("PYTORCH_LIBRARY_PATH", lib.toString(), "PYTORCH_FLAVOR", "cu128");
        assertThat(natives.misfit(environment)).isEmpty();
        assertThat(natives.usesCuda(environment)).isTrue();
        assertThat(natives.source(environment)).contains("cu128", lib.toString());
        assertThat(natives.usesCuda(Map.of())).isFalse();
    }

    @Test
    void aBuildWithoutLibtorchMustSayWhichToFetch() {
        EngineNatives fetched = new EngineNatives("2.7.1", "0.35.1", "(none)", "(none)");
        assertThat(fetched.misfit(Map.of()))
                .hasValueSatisfying(misfit -> assertThat(misfit.remedy()).contains("PYTORCH_FLAVOR=cu128"));
        Map<String, String> environment = Map.of("PYTORCH_FLAVOR", "cu128");
        assertThat(fetched.misfit(environment)).isEmpty();
        assertThat(fetched.usesCuda(environment)).isTrue();
    }
}
