package io.github.psbench.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SafetensorsTest {
    @TempDir
    private Path folder;

    private NDManager manager;

    @BeforeEach
    void openManager() {
        manager = NDManager.newBaseManager();
    }

    @AfterEach
    void closeManager() {
        manager.close();
    }

    @Test
    void whatIsWrittenIsReadBackBitForBit() {
        Map<String, NDArray> tensors = ofEveryType();
        Path file = folder.resolve("tensors.safetensors");

        Safetensors.write(file, tensors);
        SortedMap<String, NDArray> read = Safetensors.read(file, manager);

        assertThat(described(read)).isEqualTo(described(tensors));
    }

    @Test
    void theSameTensorsGiveTheSameBytesInWhateverOrderTheyCome() throws IOException {
        Map<String, NDArray> backwards = new LinkedHashMap<>();
        ofEveryType().entrySet().stream()
                .sorted(Map.Entry.<String, NDArray>comparingByKey().reversed())
                .forEach(entry -> backwards.put(entry.getKey(), entry.getValue()));

        Safetensors.write(folder.resolve("forwards"), ofEveryType());
        Safetensors.write(folder.resolve("backwards"), backwards);

        assertThat(folder.resolve("backwards")).hasSameBinaryContentAs(folder.resolve("forwards"));
    }

    @Test
    void theEnginesReaderReadsWhatIsWritten() throws IOException {
        Path file = folder.resolve("tensors.safetensors");
        Map<String, NDArray> tensors = ofEveryType();
        Safetensors.write(file, tensors);

        NDList read = NDList.decode(manager, new ByteArrayInputStream(Files.readAllBytes(file)));

        Map<String, NDArray> byName = new LinkedHashMap<>();
        read.forEach(array -> byName.put(array.getName(), array));
        assertThat(described(byName)).isEqualTo(described(tensors));
    }

    @Test
    void whatTheEnginesWriterWritesIsRead() throws IOException {
        Path file = folder.resolve("tensors.safetensors");
        Map<String, NDArray> tensors = ofEveryType();
        NDList list = new NDList();
        tensors.forEach((name, array) -> {
            array.setName(name);
            list.add(array);
        });
        try (OutputStream out = Files.newOutputStream(file)) {
            list.encode(out, NDList.Encoding.SAFETENSORS);
        }

        SortedMap<String, NDArray> read = Safetensors.read(file, manager);

        assertThat(described(read)).isEqualTo(described(tensors));
    }

    /** Written by safetensors 0.8.0 for Python: {@code save_file({"b": torch.tensor([1., -2.]), "a": torch.tensor(7)}, ...)}. */
    @Test
    void whatPythonsLibraryWritesIsRead() throws IOException {
        Path file = folder.resolve("python.safetensors");
        Files.write(file, HexFormat.of().parseHex(PYTHON_HEX));

        SortedMap<String, NDArray> read = Safetensors.read(file, manager);

        assertThat(described(read))
                .isEqualTo(described(Map.of("a", manager.create(7L), "b", manager.create(new float[] {1, -2}))));
    }

    private static final String PYTHON_HEX =
            "70000000000000007b2261223a7b226474797065223a22493634222c227368617065223a5b5d2c22646174615f6f66667365"
                    + "7473223a5b302c385d7d2c2262223a7b226474797065223a22463332222c227368617065223a5b325d2c22646174615f6f66"
                    + "6673657473223a5b382c31365d7d7d202020202007000000000000000000803f000000c0";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"a\": 3};describes tensor a by 3",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}};describes tensor a by",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8],\"x\":1}};describes tensor a by",
                "{\"a\":{\"dtype\":\"BF16\",\"shape\":[4],\"data_offsets\":[0,8]}};as dtype \"BF16\"",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}};does not fit",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}};does not fit",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8,9]}};does not fit",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,0]}};does not fit",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}};whole numbers >= 0",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2.0],\"data_offsets\":[0,8]}};whole numbers >= 0",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":2,\"data_offsets\":[0,8]}};whole numbers >= 0",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}};begin at byte 4",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}};holds 8 bytes of data",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}};holds 8 bytes of data",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[6],\"data_offsets\":[0,6]},"
                        + "\"b\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[4,8]}};begin at byte 4",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                        + "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}};not JSON",
                "[1];not a JSON object",
                "{} {};not JSON",
                "{\"a\";not JSON"
            })
    void damagedHeadersAreRefusedByNameOfFile(String header, String complaint) throws IOException {
        Path file = written(header.getBytes(StandardCharsets.UTF_8), 8);

        assertThatThrownBy(() -> Safetensors.read(file, manager))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.DATA))
                .hasMessageContaining(file.toString())
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 3, 1L << 31, 1L << 40, Long.MAX_VALUE})
    void impossibleHeaderLengthsAreRefusedWithoutReservingThem(long length) throws IOException {
        Path file = folder.resolve("length.safetensors");
        Files.write(
                file,
                ByteBuffer.allocate(10)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(length)
                        .put((byte) '{')
                        .put((byte) '}')
                        .array());

        assertThatThrownBy(() -> Safetensors.read(file, manager))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("header");
    }

    @Test
    void everyShorteningOfAFileIsRefused() throws IOException {
        Path whole = folder.resolve("whole");
        Safetensors.write(whole, Map.of("a", manager.create(new float[] {1, 2, 3})));
        byte[] bytes = Files.readAllBytes(whole);
        Path file = folder.resolve("short");
        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> Safetensors.read(file, manager))
                    .as("first %d bytes", length)
                    .isInstanceOf(Failure.class);
        }
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> Safetensors.read(folder.resolve("none"), manager))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(folder.resolve("none").toString())
                .hasMessageContaining("does not exist");
    }

    /** Types, shapes and bits, by name. */
    private static SortedMap<String, String> described(Map<String, NDArray> tensors) {
        SortedMap<String, String> descriptions = new TreeMap<>();
        tensors.forEach((name, array) -> descriptions.put(
                name,
                array.getDataType() + " " + array.getShape() + " "
                        + HexFormat.of().formatHex(array.toByteArray())));
        return descriptions;
    }

    private Map<String, NDArray> ofEveryType() {
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        tensors.put("bytes", manager.create(new byte[] {1, 2, -1}, new Shape(3)).toType(DataType.UINT8, false));
        tensors.put("layer.weight", manager.create(new float[] {1.5f, -0f, Float.NaN, 4, 5, 6}, new Shape(2, 3)));
        tensors.put("count", manager.create(Long.MIN_VALUE));
        tensors.put("exact", manager.create(new double[] {Math.PI, Double.MIN_VALUE}));
        tensors.put("nothing", manager.create(new float[0], new Shape(0, 4)));
        tensors.put("transposed", manager.arange(6f).reshape(2, 3).transpose());
        return tensors;
    }

    private Path written(byte[] header, int data) throws IOException {
        Path file = folder.resolve("damaged.safetensors");
        ByteBuffer content = ByteBuffer.allocate(8 + header.length + data).order(ByteOrder.LITTLE_ENDIAN);
        Files.write(file, content.putLong(header.length).put(header).array());
        return file;
    }
}
