package io.github.psbench.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.github.psbench.base.Failure;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;

/** Tensors that a finished trial has left. */
public final class StoredTensors {
    private StoredTensors() {}

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
                    "%s is damaged: it has no tensor '%s' of type %s with %d dimensions. Remove the folder it is in; the next run makes"
                            + " this trial anew.",
                    file, name, type, dimensions);
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
