package io.github.psbench.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;

/** Layers together with their tensors. Closing it frees the tensors. */
public final class Network implements AutoCloseable {
    private static final NDIndex EVERYTHING = new NDIndex("...");

    private final Layer layers;
    private final NDManager manager;
    private final SortedMap<String, NDArray> parameters = new TreeMap<>();
    private final SortedMap<String, NDArray> buffers = new TreeMap<>();
    private final Map<String, NDArray> all = new HashMap<>();

    private Network(Layer layers, NDManager manager) {
        this.layers = layers;
        this.manager = manager;
    }

    /** Makes the tensors of some layers, float32, on a manager's device, drawing from {@code random} in the order of declaration. */
    public static Network of(Layer layers, UniformRandomProvider random, NDManager manager) {
        Network network = new Network(layers, manager.newSubManager());
        try {
            layers.declare(network.new Making(random));
            return network;
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /**
     * Applies the layers.
     *
     * @param batchStatistics whether batch normalisation uses (and records) the batch's statistics rather than the running ones
     * @return attached to the manager of {@code input}
     */
    public NDArray forward(NDArray input, boolean batchStatistics) {
        return layers.forward(input, new View(batchStatistics));
    }

    /** The tensors that training changes, by name; all of them require gradients. The arrays are the network's own. */
    public SortedMap<String, NDArray> parameters() {
        return Collections.unmodifiableSortedMap(parameters);
    }

    /** The running statistics, by name. The arrays are the network's own. */
    public SortedMap<String, NDArray> buffers() {
        return Collections.unmodifiableSortedMap(buffers);
    }

    /**
     * Overwrites parameters and buffers in place.
     *
     * @param values exactly one for each parameter and buffer; of its shape, float32
     * @throws IllegalArgumentException that lists every missing, unexpected or misshapen tensor; nothing is overwritten then
     */
    public void set(Map<String, NDArray> values) {
        List<String> misfits = misfits(values);
        if (!misfits.isEmpty()) {
            throw new IllegalArgumentException("tensors do not fit the network:\n" + String.join("\n", misfits));
        }
        values.forEach((name, value) -> overwrite(tensor(name), value));
    }

    /** What keeps {@link #set} from taking these values: a line for every missing, unexpected or misshapen tensor, by name. */
    public List<String> misfits(Map<String, NDArray> values) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(all).forEach((name, tensor) -> {
            NDArray value = values.get(name);
            if (value == null) {
                lines.add("missing: %s %s".formatted(name, kind(tensor)));
            } else if (!kind(value).equals(kind(tensor))) {
                lines.add("misshapen: %s is %s, must be %s".formatted(name, kind(value), kind(tensor)));
            }
        });
        new TreeMap<>(values).forEach((name, value) -> {
            if (!all.containsKey(name)) {
                lines.add("unexpected: %s %s".formatted(name, kind(value)));
            }
        });
        return lines;
    }

    /** A manager on the network's device, for the caller to close. */
    NDManager newManager() {
        return manager.newSubManager();
    }

    @Override
    public void close() {
        manager.close();
    }

    private static String kind(NDArray array) {
        return array.getDataType() + " " + array.getShape();
    }

    /**
     * Overwrites a tensor in place. Whether it requires gradients stays as it is.
     *
     * @param value of the tensor's shape and type
     */
    public static void overwrite(NDArray tensor, NDArray value) {
        // The engine refuses to overwrite a leaf of a graph in the making, which on some threads every parameter is.
        boolean isParameter = tensor.hasGradient();
        if (isParameter) {
            tensor.setRequiresGradient(false);
        }
        try (NDManager scope = value.getManager().newSubManager()) {
            NDArray source = value.stopGradient();
            source.attach(scope);
            tensor.set(EVERYTHING, source);
        }
        if (isParameter) {
            tensor.setRequiresGradient(true);
        }
    }

    private NDArray tensor(String name) {
        NDArray tensor = all.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("no tensor is called " + name);
        }
        return tensor;
    }

    private void add(SortedMap<String, NDArray> kind, String name, NDArray tensor) {
        if (all.putIfAbsent(name, tensor) != null) {
            throw new IllegalArgumentException("two tensors are called " + name);
        }
        kind.put(name, tensor);
    }

    private final class Making implements Declarations {
        private final UniformRandomProvider random;

        Making(UniformRandomProvider random) {
            this.random = random;
        }

        @Override
        public void parameter(String name, Shape shape, Initialiser initialiser) {
            // On the CPU the engine uses a Java buffer where it lies; the copy is in memory of its own.
            try (NDArray staged = manager.create(initialiser.values(shape, random), shape)) {
                NDArray parameter = staged.duplicate();
                parameter.setRequiresGradient(true);
                add(parameters, name, parameter);
            }
        }

        @Override
        public void buffer(String name, Shape shape, float value) {
            add(buffers, name, manager.full(shape, value, DataType.FLOAT32));
        }
    }

    private final class View implements Tensors {
        private final boolean batchStatistics;

        View(boolean batchStatistics) {
            this.batchStatistics = batchStatistics;
        }

        @Override
        public NDArray get(String name) {
            return tensor(name);
        }

        @Override
        public boolean batchStatistics() {
            return batchStatistics;
        }
    }
}
