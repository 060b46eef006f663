package io.github.psbench.train;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.model.Network;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that the steps of a stage change: the model's tensors and the optimiser's momenta. */
final class TrainingState {
    private static final String MODEL = "model/";
    private static final String MOMENTA = "momentum/";

    private final SortedMap<String, NDArray> model;
    private final SgdOptimiser optimiser;

    /** @param model parameters and running statistics by name; the arrays are the model's own */
    TrainingState(SortedMap<String, NDArray> model, SgdOptimiser optimiser) {
        this.model = model;
        this.optimiser = optimiser;
    }

    /** Everything, by name; the arrays go on changing. */
    SortedMap<String, NDArray> tensors() {
        SortedMap<String, NDArray> tensors = new TreeMap<>();
        model.forEach((name, tensor) -> tensors.put(MODEL + name, tensor));
        optimiser.momenta().forEach((name, tensor) -> tensors.put(MOMENTA + name, tensor));
        return tensors;
    }

    /**
     * Takes everything back to what it was.
     *
     * @param tensors of {@link #tensors}; not changed
     * @throws Failure of kind DATA if they are another model's
     */
    void restore(SortedMap<String, NDArray> tensors) {
        SortedMap<String, NDArray> values = part(tensors, MODEL);
        if (!shapes(values).equals(shapes(model))) {
            throw new Failure(ErrorKind.DATA, "the checkpoint holds the tensors of another model", null);
        }
        values.forEach((name, value) -> Network.overwrite(requireNonNull(model.get(name)), value));
        optimiser.restore(part(tensors, MOMENTA));
    }

    private static Map<String, Shape> shapes(SortedMap<String, NDArray> tensors) {
        Map<String, Shape> shapes = new TreeMap<>();
        tensors.forEach((name, tensor) -> shapes.put(name, tensor.getShape()));
        return shapes;
    }

    private static SortedMap<String, NDArray> part(SortedMap<String, NDArray> tensors, String prefix) {
        SortedMap<String, NDArray> part = new TreeMap<>();
        for (Map.Entry<String, NDArray> tensor : tensors.entrySet()) {
            if (tensor.getKey().startsWith(prefix)) {
                part.put(tensor.getKey().substring(prefix.length()), tensor.getValue());
            }
        }
        return part;
    }
}
