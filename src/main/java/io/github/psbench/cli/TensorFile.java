package io.github.psbench.cli;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Safetensors;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The tensors that a user handed over. What is not as a command needs it is said with the file, the tensor, and what is there. */
record TensorFile(Path path, SortedMap<String, NDArray> tensors) {
    private static final Set<DataType> FLOATS = Set.of(DataType.FLOAT32, DataType.FLOAT64);

    static TensorFile read(Path path, NDManager manager) {
        return new TensorFile(path, Safetensors.read(path, manager));
    }

    boolean has(String name) {
        return tensors.containsKey(name);
    }

    /** Two dimensions, neither empty, float32 or float64. */
    NDArray matrix(String name) {
        return shaped(name, 2, FLOATS, "float32 or float64");
    }

    /** One dimension, not empty, float32 or float64. */
    NDArray vector(String name) {
        return shaped(name, 1, FLOATS, "float32 or float64");
    }

    /**
     * One dimension, int64, as long as another tensor has rows.
     *
     * @param of the other tensor's name, for the message
     */
    NDArray labels(String name, long rows, String of) {
        NDArray labels = shaped(name, 1, Set.of(DataType.INT64), "int64");
        if (labels.size() != rows) {
            throw wrong(name, "must have one number for each of the %d rows of %s, got %d", rows, of, labels.size());
        }
        return labels;
    }

    /** Two dimensions, neither empty, of any type of number. */
    NDArray bits(String name) {
        return shaped(name, 2, Set.of(DataType.values()), "a number");
    }

    private NDArray shaped(String name, int dimensions, Set<DataType> types, String expected) {
        NDArray tensor = tensors.get(name);
        if (tensor == null) {
            throw Failure.data(
                    "%s has no tensor named %s; it holds %s. Write the tensor to the file under that name.",
                    path, name, tensors.isEmpty() ? "none" : String.join(", ", tensors.keySet()));
        }
        if (!types.contains(tensor.getDataType())) {
            throw wrong(
                    name,
                    "must be %s, got %s",
                    expected,
                    tensor.getDataType().name().toLowerCase(Locale.ROOT));
        }
        Shape shape = tensor.getShape();
        if (shape.dimension() != dimensions || shape.size() == 0) {
            throw wrong(
                    name,
                    "must have %d %s, not empty, got the shape %s",
                    dimensions,
                    dimensions == 1 ? "dimension" : "dimensions",
                    described(shape));
        }
        return tensor;
    }

    private static String described(Shape shape) {
        return Arrays.stream(shape.getShape()).mapToObj(Long::toString).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A failure about one tensor, whose rule ends the sentence that its name begins. */
    @FormatMethod
    Failure wrong(String name, @FormatString String rule, Object... arguments) {
        return Failure.data(
                "%s: tensor %s %s. Correct the tensor and run again.", path, name, String.format(rule, arguments));
    }
}
