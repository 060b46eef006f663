package io.github.psbench.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Safetensors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;

/** Tensors that a finished trial has left. */
public final class StoredTensors {
    private StoredTensors() {}

    /**
     * All of a file.
     *
     * @param file in the trial's folder
     * @return by name; attached to the manager, on its device
     * @throws Failure of kind DATA if the file is missing or damaged, which it is too where a number is not finite
     */
    public static SortedMap<String, NDArray> read(Path file, NDManager manager) {
        if (!Files.exists(file)) {
            throw Failure.data("%s is missing. %s", file, StoredTrial.remedy(file));
        }
        SortedMap<String, NDArray> tensors = Safetensors.read(file, manager, StoredTrial.remedy(file));
        tensors.forEach((name, tensor) -> requireFinite(file, name, tensor));
        return tensors;
    }

    private static void requireFinite(Path file, String name, NDArray tensor) {
        if (tensor.getDataType() != DataType.FLOAT32) {
            return;
        }
        float[] values = tensor.toFloatArray();
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw Failure.data(
                        "%s is damaged: number %d of its tensor '%s' must be finite, got %s. %s",
                        file, i, name, values[i], StoredTrial.remedy(file));
            }
        }
    }

    /**
     * One of them.
     *
     * @param tensors of the file, by name
     * @throws Failure of kind DATA if it is missing, or of another type or number of dimensions
     */
    public static NDArray tensor(
            Path file, SortedMap<String, NDArray> tensors, String name, DataType type, int dimensions) {
        NDArray tensor = tensors.get(name);
        if (tensor == null || tensor.getDataType() != type || tensor.getShape().dimension() != dimensions) {
            throw Failure.data(
                    "%s is damaged: it has no tensor '%s' of type %s with %d dimensions. %s",
                    file, name, type, dimensions, StoredTrial.remedy(file));
        }
        return tensor;
    }

    /** @param matrix float32 [n, d] */
    public static float[][] rows(NDArray matrix) {
        int count = Math.toIntExact(matrix.getShape().get(0));
        int width = Math.toIntExact(matrix.getShape().get(1));
        float[] values = matrix.toFloatArray();
        float[][] rows = new float[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = Arrays.copyOfRange(values, i * width, (i + 1) * width);
        }
        return rows;
    }
}
