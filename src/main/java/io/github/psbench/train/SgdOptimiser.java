package io.github.psbench.train;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Stochastic gradient descent over groups of parameters, to the bit of float32 as PyTorch's: with g the gradient, p a parameter and v its
 * momentum buffer,
 *
 * <pre>
 *   d = g + weightDecay p
 *   v = d in the first step, momentum v + d later
 *   d = d + momentum v with Nesterov, else v
 *   p = p - learning rate x d
 * </pre>
 *
 * The learning rate is not part of v, so that a decay acts at once. PyTorch rounds a scaled sum once; that is done here by adding in float64,
 * where the product of two float32 numbers is exact.
 */
final class SgdOptimiser implements AutoCloseable {
    /**
     * Parameters with a learning rate of their own.
     *
     * @param learningRate before any decay
     */
    record Group(String name, SortedMap<String, NDArray> parameters, double learningRate) {
        /** What a parameter of the group is called among those of all. */
        private String name(String parameter) {
            return name + "/" + parameter;
        }

        /** Cuts a vector of all parameters, in their order, into parts of their shapes, which share its memory. */
        private List<NDArray> parts(NDArray vector) {
            List<NDArray> whole = List.copyOf(parameters.values());
            long[] starts = new long[whole.size() - 1];
            long end = 0;
            for (int i = 0; i < starts.length; i++) {
                end += whole.get(i).size();
                starts[i] = end;
            }
            NDList pieces = vector.split(starts, 0);
            return IntStream.range(0, whole.size())
                    .mapToObj(i -> pieces.get(i).reshape(whole.get(i).getShape()))
                    .toList();
        }
    }

    private static final NDIndex EVERYTHING = new NDIndex("...");

    private final Sgd settings;
    private final List<Group> groups;
    private final NDManager manager;
    private final boolean joined;
    private final SgdUpdate update;

    /** By the names of group and parameter; joined ones are parts of those of their group. */
    private final SortedMap<String, NDArray> momenta = new TreeMap<>();

    private final Map<String, NDArray> joinedMomenta = new HashMap<>();

    SgdOptimiser(Sgd settings, List<Group> groups, NDManager parent) {
        this(settings, groups, parent, parent.getDevice().isGpu());
    }

    /**
     * @param joined whether the parameters of a group are changed as one long vector: a GPU takes longer to be told of a hundred small operations
     *     than to do them
     */
    SgdOptimiser(Sgd settings, List<Group> groups, NDManager parent, boolean joined) {
        this.settings = settings;
        this.groups = List.copyOf(groups);
        this.manager = parent.newSubManager();
        this.joined = joined;
        this.update = joined ? new TensorSgdUpdate(settings) : new MemorySgdUpdate(settings);
    }

    /**
     * Changes every parameter by its gradient, then sets the gradients to zero.
     *
     * @param decay what the learning rates are multiplied by
     */
    void step(double decay) {
        for (Group group : groups) {
            float rate = (float) (group.learningRate() * decay);
            try (NDManager scratch = manager.newSubManager()) {
                if (joined) {
                    stepJoined(group, rate, scratch);
                } else {
                    group.parameters().forEach((name, parameter) -> step(group.name(name), parameter, rate, scratch));
                }
            }
            group.parameters().values().forEach(parameter -> JniUtils.zeroGrad((PtNDArray) parameter));
        }
    }

    private void step(String name, NDArray parameter, float rate, NDManager scratch) {
        NDArray value = value(parameter, scratch);
        NDArray gradient = gradient(parameter, scratch);
        boolean first = !momenta.containsKey(name);
        NDArray momentum = settings.momentum() == 0
                ? gradient
                : momenta.computeIfAbsent(name, unseen -> manager.create(value.getShape()));
        update.apply(value, gradient, momentum, first, rate);
    }

    private void stepJoined(Group group, float rate, NDManager scratch) {
        NDList values = new NDList();
        NDList valueVectors = new NDList();
        NDList gradientVectors = new NDList();
        for (NDArray parameter : group.parameters().values()) {
            NDArray value = value(parameter, scratch);
            values.add(value);
            valueVectors.add(value.reshape(-1));
            gradientVectors.add(gradient(parameter, scratch).reshape(-1));
        }
        NDArray value = NDArrays.concat(valueVectors);
        NDArray gradient = NDArrays.concat(gradientVectors);
        boolean first = !joinedMomenta.containsKey(group.name());
        NDArray momentum = settings.momentum() == 0 ? gradient : joinedMomentum(group, value);
        update.apply(value, gradient, momentum, first, rate);
        List<NDArray> changed = group.parts(value);
        for (int i = 0; i < changed.size(); i++) {
            values.get(i).set(EVERYTHING, changed.get(i));
        }
    }

    private NDArray joinedMomentum(Group group, NDArray value) {
        return joinedMomenta.computeIfAbsent(group.name(), unseen -> {
            NDArray momentum = manager.create(value.getShape());
            Iterator<NDArray> parts = group.parts(momentum).iterator();
            group.parameters().keySet().forEach(name -> momenta.put(group.name(name), parts.next()));
            return momentum;
        });
    }

    private static NDArray value(NDArray parameter, NDManager scratch) {
        NDArray value = parameter.stopGradient();
        value.attach(scratch);
        return value;
    }

    private static NDArray gradient(NDArray parameter, NDManager scratch) {
        NDArray gradient = parameter.getGradient();
        gradient.attach(scratch);
        return gradient;
    }

    /** The momentum buffers by the names of group and parameter, of those parameters that have been changed; the optimiser's own. */
    SortedMap<String, NDArray> momenta() {
        return Collections.unmodifiableSortedMap(momenta);
    }

    /** Goes on with other momentum buffers, which are copied: those of all parameters, or none. */
    void restore(SortedMap<String, NDArray> buffers) {
        momenta.values().forEach(NDArray::close);
        momenta.clear();
        joinedMomenta.values().forEach(NDArray::close);
        joinedMomenta.clear();
        if (joined && !buffers.isEmpty()) {
            groups.forEach(group -> {
                NDArray joinedBuffers = NDArrays.concat(new NDList(group.parameters().keySet().stream()
                        .map(name ->
                                requireNonNull(buffers.get(group.name(name))).reshape(-1))
                        .toList()));
                joinedMomentum(group, joinedBuffers).set(EVERYTHING, joinedBuffers);
            });
        } else {
            buffers.forEach((name, buffer) -> {
                NDArray momentum = buffer.duplicate();
                momentum.attach(manager);
                momenta.put(name, momentum);
            });
        }
    }

    /** The learning rates in force at a decay, by group name. */
    SortedMap<String, Double> rates(double decay) {
        SortedMap<String, Double> rates = new TreeMap<>();
        groups.forEach(group -> rates.put(group.name(), group.learningRate() * decay));
        return rates;
    }

    @Override
    public void close() {
        manager.close();
    }
}
