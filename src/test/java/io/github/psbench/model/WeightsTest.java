package io.github.psbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.sun.net.httpserver.HttpServer;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.InvalidSetting;
import io.github.psbench.base.Places;
import io.github.psbench.base.Safetensors;
import io.github.psbench.base.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.rng.simple.RandomSource;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WeightsTest {
    private static final Backbone SLIM = new ResNetSlim(null, 1);
    private static final String DIGEST = "0".repeat(64);

    @TempDir
    private Path folder;

    private NDManager manager;
    private Places places;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager();
        places = new Places(folder.resolve("data"), folder.resolve("cache"));
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void aFileWithAClassifierAndCountersLoadsWhereTheClassifierIsOmitted() {
        try (Network made = network(SLIM, 1);
                Network loaded = network(SLIM, 2)) {
            SortedMap<String, NDArray> tensors = tensors(made);
            tensors.put("fc.weight", manager.ones(new Shape(10, 128)));
            tensors.put("bn1.num_batches_tracked", manager.create(7L));
            Path file = folder.resolve("weights.safetensors");
            Safetensors.write(file, tensors);

            new FileWeights(file.toString(), List.of("fc.*")).load(SLIM, loaded, places);

            assertThat(values(loaded)).isEqualTo(values(made));
        }
    }

    @Test
    void everyMissingUnexpectedAndMisshapenTensorIsReportedAndNothingIsLoaded() {
        try (Network network = network(SLIM, 1)) {
            SortedMap<String, String> before = values(network);
            SortedMap<String, NDArray> tensors = tensors(network);
            tensors.remove("layer1.0.conv1.weight");
            tensors.remove("bn1.running_var");
            tensors.put("fc.weight", manager.ones(new Shape(10, 128)));
            tensors.put("fc.bias", manager.ones(new Shape(10)));
            tensors.put("conv1.weight", manager.ones(new Shape(16, 1, 3, 3)));
            tensors.put("bn1.bias", manager.create(new double[16]));
            tensors.put("bn1.weight", manager.zeros(new Shape(16)));
            Path file = folder.resolve("weights.safetensors");
            Safetensors.write(file, tensors);

            assertThatDataFailure(
                            () -> new FileWeights(file.toString(), List.of("fc.bias")).load(SLIM, network, places))
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("resnet-slim")
                    .hasMessageContaining("missing: layer1.0.conv1.weight float32 (16, 16, 3, 3)")
                    .hasMessageContaining("missing: bn1.running_var float32 (16)")
                    .hasMessageContaining("unexpected: fc.weight float32 (10, 128)")
                    .hasMessageNotContaining("fc.bias")
                    .hasMessageContaining(
                            "misshapen: conv1.weight is float32 (16, 1, 3, 3), must be float32 (16, 3, 3, 3)")
                    .hasMessageContaining("misshapen: bn1.bias is float64 (16), must be float32 (16)")
                    .hasMessageContaining("omit");
            assertThat(values(network)).isEqualTo(before);
        }
    }

    @Test
    void theDigestIsTheFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("weights.safetensors"), "abc");
        assertThat(new FileWeights(file.toString(), List.of()).digest(SLIM, places))
                .isEqualTo(Sha256.ofText("abc"));
    }

    @Test
    void missingFilesAreNamed() {
        FileWeights weights = new FileWeights("no/such.safetensors", List.of());
        assertThatDataFailure(() -> weights.digest(SLIM, places)).hasMessageContaining("no/such.safetensors");
        try (Network network = network(SLIM, 1)) {
            assertThatDataFailure(() -> weights.load(SLIM, network, places))
                    .hasMessageContaining("no/such.safetensors");
        }
    }

    @Test
    void missingImagenetWeightsSayWhereTheyBelongAndHowTheyAreMade() {
        assertThatDataFailure(() -> new ImagenetWeights().digest(new ResNet50(null, 1), places))
                .hasMessageContaining(places.data()
                        .resolve("weights/resnet50_imagenet.safetensors")
                        .toString())
                .hasMessageContaining("torchvision.models.resnet50(weights=\"IMAGENET1K_V1\")")
                .hasMessageContaining("safetensors.torch.save_file")
                .hasMessageContaining("weights: {name: file");
        assertThatDataFailure(() -> new ImagenetWeights().digest(new MobileNetV2(null), places))
                .hasMessageContaining("mobilenetv2-1.0");
    }

    @Test
    void backbonesWithoutImagenetWeightsAreRefused() {
        assertThatThrownBy(() -> new ImagenetWeights().digest(SLIM, places))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.USAGE))
                .hasMessageContaining("mobilenetv2, resnet18, resnet50");
    }

    @Test
    void anotherFileUnderTheNameOfKnownWeightsIsRefused() throws IOException {
        Path file = places.data().resolve("weights/mobilenetv2_imagenet.safetensors");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "abc");

        assertThatDataFailure(() -> new ImagenetWeights().digest(new MobileNetV2(null), places))
                .hasMessageContaining(Sha256.ofText("abc"))
                .hasMessageContaining("179c5feb");
    }

    @Test
    void imagenetWeightsWithAnAddressAreFetchedOnlyIfTheyAreNotThere() throws IOException {
        ImagenetRegistry.Entry entry = new ImagenetRegistry.Entry(
                "x.safetensors", "https://example.org/x", DIGEST, List.of("fc.*"), List.of());

        assertThat(entry.resolve(SLIM, places))
                .isEqualTo(new UrlWeights("https://example.org/x", DIGEST, List.of("fc.*")));

        Path file = places.data().resolve("weights/x.safetensors");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "abc");
        ImagenetRegistry.Entry there = new ImagenetRegistry.Entry(
                "x.safetensors", "https://example.org/x", Sha256.ofText("abc"), List.of("fc.*"), List.of());
        assertThat(there.resolve(SLIM, places)).isEqualTo(new FileWeights(file.toString(), List.of("fc.*")));
    }

    @Test
    void theImagenetWeightsOfMobileNetV2Load() {
        String root = System.getenv().getOrDefault("PSBENCH_DATA", "../shared/data");
        assumeThat(Path.of(root, "weights", "mobilenetv2_imagenet.safetensors"))
                .as("ImageNet weights of MobileNetV2, by PSBENCH_DATA or in ../shared/data")
                .exists();
        Backbone backbone = new MobileNetV2(new ImagenetWeights());
        Places real = new Places(Path.of(root), folder);
        try (Network network = network(backbone, 1)) {
            new ImagenetWeights().load(backbone, network, real);

            assertThat(new ImagenetWeights().digest(backbone, real)).startsWith("179c5feb");
            NDArray features = network.forward(manager.zeros(new Shape(1, 3, 64, 32)), false);
            // By PyTorch 2.15 from the same file.
            assertThat(features.square().mean().getFloat()).isCloseTo(0.03486918f, within(1e-4f * 0.03486918f));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.org/w", "file:///etc/passwd", "example.org/w", "https:///w", "ht tp://x", ""})
    void addressesMustBeHttps(String url) {
        assertThatThrownBy(() -> new UrlWeights(url, DIGEST, List.of()))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("https://");
    }

    @Test
    void settingsThatCannotBeMeantAreRefused() {
        assertThatThrownBy(() -> new UrlWeights("https://example.org/w", "12", List.of()))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("64 hexadecimal digits");
        assertThatThrownBy(() -> new FileWeights("w", List.of("*.weight")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("omit");
        assertThatThrownBy(() -> new FileWeights(" ", List.of())).isInstanceOf(InvalidSetting.class);
    }

    @Test
    void whatIsFetchedMustHaveItsDigestAndIsFetchedOnce() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/w", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write("abc".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        try {
            URI here = URI.create("http://localhost:" + server.getAddress().getPort());
            Path file = folder.resolve("cache/weights/w.safetensors");

            assertThatDataFailure(() -> new Download(here.resolve("/w"), DIGEST).to(file))
                    .hasMessageContaining(Sha256.ofText("abc"))
                    .hasMessageContaining(DIGEST);
            assertThatDataFailure(() -> new Download(here.resolve("/none"), DIGEST).to(file))
                    .hasMessageContaining("404");
            assertThat(file.getParent()).isEmptyDirectory();

            Download good = new Download(here.resolve("/w"), Sha256.ofText("abc"));
            good.to(file);
            good.to(file);
            assertThat(file).hasContent("abc");
            assertThat(requests).hasValue(2);

            Files.writeString(file, "damaged");
            good.to(file);
            assertThat(file).hasContent("abc");
        } finally {
            server.stop(0);
        }
        assertThatDataFailure(() -> new Download(
                                URI.create("http://localhost:"
                                        + server.getAddress().getPort()),
                                DIGEST)
                        .to(folder.resolve("unreachable")))
                .hasMessageContaining("could not be fetched");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertThatDataFailure(ThrowingCallable code) {
        return assertThatThrownBy(code).isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.kind())
                .isEqualTo(ErrorKind.DATA));
    }

    private Network network(Backbone backbone, long seed) {
        return Network.of(backbone.layers(), RandomSource.XO_RO_SHI_RO_128_PP.create(seed), manager);
    }

    private static SortedMap<String, NDArray> tensors(Network network) {
        SortedMap<String, NDArray> tensors = new TreeMap<>(network.parameters());
        tensors.putAll(network.buffers());
        return tensors;
    }

    private static SortedMap<String, String> values(Network network) {
        SortedMap<String, String> values = new TreeMap<>();
        tensors(network).forEach((name, array) -> values.put(name, Arrays.toString(array.toFloatArray())));
        return values;
    }
}
