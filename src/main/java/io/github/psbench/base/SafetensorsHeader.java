package io.github.psbench.base;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a safetensors file says of its tensors: {@code {"name": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, ...}}, and
 * perhaps {@code "__metadata__"}, a map of texts. Offsets count from the first byte after the header.
 *
 * @param tensors by name
 */
record SafetensorsHeader(SortedMap<String, Tensor> tensors) {
    private static final String METADATA = "__metadata__";
    private static final Set<String> KEYS = Set.of("dtype", "shape", "data_offsets");
    private static final Map<String, DataType> TYPES =
            Map.of("F32", DataType.FLOAT32, "F64", DataType.FLOAT64, "I64", DataType.INT64, "U8", DataType.UINT8);

    /** Numbers begin where a multiple of this does, so that readers can use them where they lie. */
    private static final int ALIGNMENT = 8;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** One tensor: its numbers are the bytes begin (inclusive) to end (exclusive) of the data, little-endian, row by row. */
    record Tensor(DataType type, Shape shape, long begin, long end) {
        long length() {
            return end - begin;
        }
    }

    /** Says, as the end of a sentence that begins with the file's name, what is wrong with a header. */
    static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        Damaged(String message) {
            super(message);
        }
    }

    /**
     * Reads a header and checks that its tensors fill the data exactly, without gap or overlap.
     *
     * @param dataLength how many bytes follow the header
     */
    static SafetensorsHeader parse(byte[] json, long dataLength) throws Damaged {
        JsonNode root = tree(json);
        SortedMap<String, Tensor> tensors = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            if (!entry.getKey().equals(METADATA)) {
                tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue()));
            }
        }
        SafetensorsHeader header = new SafetensorsHeader(tensors);
        header.checkCover(dataLength);
        return header;
    }

    /** Lays tensors out one after the other: those of wide numbers first, so that all are aligned, then by name. */
    static SafetensorsHeader layOut(SortedMap<String, Tensor> unplaced) {
        List<Map.Entry<String, Tensor>> widestFirst = unplaced.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparing(tensor -> -tensor.type().getNumOfBytes())))
                .toList();
        SortedMap<String, Tensor> placed = new TreeMap<>();
        long begin = 0;
        for (Map.Entry<String, Tensor> entry : widestFirst) {
            Tensor tensor = entry.getValue();
            long end = begin + tensor.shape().size() * tensor.type().getNumOfBytes();
            placed.put(entry.getKey(), new Tensor(tensor.type(), tensor.shape(), begin, end));
            begin = end;
        }
        return new SafetensorsHeader(placed);
    }

    /** The tensors in the order in which their numbers lie in the file. */
    List<Map.Entry<String, Tensor>> inOrderOfData() {
        return tensors.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparing(Tensor::begin).thenComparing(Tensor::end)))
                .toList();
    }

    /** The bytes of the longest tensor; 0 if there is none. */
    long longest() {
        return tensors.values().stream().mapToLong(Tensor::length).max().orElse(0);
    }

    /** The header as it stands in a file, padded with spaces so that the data are aligned. */
    byte[] bytes() {
        ObjectNode root = JSON.createObjectNode();
        tensors.forEach((name, tensor) -> {
            ObjectNode entry = root.putObject(name);
            entry.put("dtype", code(tensor.type()));
            Arrays.stream(tensor.shape().getShape()).forEach(entry.putArray("shape")::add);
            entry.putArray("data_offsets").add(tensor.begin()).add(tensor.end());
        });
        byte[] json = root.toString().getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(json, (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    /** @throws IllegalArgumentException for a type of number that psbench does not keep in files */
    static String code(DataType type) {
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == type)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no tensor of type " + type + " can be written"));
    }

    private static JsonNode tree(byte[] json) throws Damaged {
        try {
            JsonNode root = JSON.readTree(json);
            if (root.isObject()) {
                return root;
            }
            throw new Damaged("has a header that is not a JSON object");
        } catch (JsonProcessingException e) {
            throw new Damaged("has a header that is not JSON (" + e.getOriginalMessage() + ")");
        } catch (IOException e) {
            throw new Damaged("has a header that is not UTF-8 (" + e.getMessage() + ")");
        }
    }

    private static Tensor tensor(String name, JsonNode entry) throws Damaged {
        if (!entry.isObject() || !Set.copyOf(names(entry)).equals(KEYS)) {
            throw new Damaged("describes tensor %s by %s instead of dtype, shape and data_offsets"
                    .formatted(name, shortened(entry)));
        }
        DataType type = TYPES.get(entry.get("dtype").asText());
        if (type == null) {
            throw new Damaged("holds tensor %s as dtype %s; psbench reads F32, F64, I64 and U8"
                    .formatted(name, shortened(entry.get("dtype"))));
        }
        long[] sizes = naturals(name, "shape", entry.get("shape"));
        long[] offsets = naturals(name, "data_offsets", entry.get("data_offsets"));
        if (offsets.length != 2
                || offsets[0] > offsets[1]
                || offsets[1] - offsets[0] != bytes(sizes, type.getNumOfBytes())) {
            throw new Damaged("says that tensor %s of shape %s and dtype %s lies at data_offsets %s, which does not fit"
                    .formatted(name, entry.get("shape"), entry.get("dtype").asText(), entry.get("data_offsets")));
        }
        return new Tensor(type, new Shape(sizes), offsets[0], offsets[1]);
    }

    private static List<String> names(JsonNode entry) {
        return entry.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static long[] naturals(String name, String key, JsonNode node) throws Damaged {
        boolean sound = node.isArray();
        for (JsonNode element : node) {
            sound &= element.isIntegralNumber() && element.canConvertToLong() && element.asLong() >= 0;
        }
        if (!sound) {
            throw new Damaged("gives tensor %s the %s %s, which is no list of whole numbers >= 0"
                    .formatted(name, key, shortened(node)));
        }
        long[] values = new long[node.size()];
        Arrays.setAll(values, i -> node.get(i).asLong());
        return values;
    }

    /** The bytes of a tensor, or -1 if no file could hold them. */
    private static long bytes(long[] sizes, int width) {
        long product = width;
        for (long size : sizes) {
            long high = Math.multiplyHigh(product, size);
            product *= size;
            if (high != 0 || product < 0) {
                return -1;
            }
        }
        return product;
    }

    private void checkCover(long dataLength) throws Damaged {
        long end = 0;
        for (Map.Entry<String, Tensor> entry : inOrderOfData()) {
            Tensor tensor = entry.getValue();
            if (tensor.begin() != end) {
                throw new Damaged("lets tensor %s begin at byte %d of the data where the one before ends at %d"
                        .formatted(entry.getKey(), tensor.begin(), end));
            }
            end = tensor.end();
        }
        if (end != dataLength) {
            throw new Damaged("holds %d bytes of data where its header describes %d".formatted(dataLength, end));
        }
    }

    private static String shortened(JsonNode node) {
        String text = node.toString();
        return text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }
}
