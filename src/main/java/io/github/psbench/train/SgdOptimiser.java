package io.github.psbench.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
    record Group(String name, SortedMap<String, NDArray> parameters, double learningRate) {}

    private final Sgd settings;
    private final List<Group> groups;
    private final NDManager manager;
    private final SgdUpdate update;
    private final SortedMap<String, NDArray> momenta = new TreeMap<>();

    SgdOptimiser(Sgd settings, List<Group> groups, NDManager parent) {
        this.settings = settings;
        this.groups = List.copyOf(groups);
        this.manager = parent.newSubManager();
        this.update = parent.getDevice().isGpu()
                ? new TensorSgdUpdate(settings)
                : new MemorySgdUpdate(settings, JniUtils.getNumThreads() > 1);
    }

    /**
     * Changes every parameter by its gradient, then sets the gradients to zero.
     *
     * @param decay what the learning rates are multiplied by
     */
    void step(double decay) {
        for (Group group : groups) {
            float rate = (float) (group.learningRate() * decay);
            group.parameters().forEach((name, parameter) -> {
                try (NDManager scratch = manager.newSubManager()) {
                    step(group.name() + "/" + name, parameter, rate, scratch);
                }
            });
        }
    }

    private void step(String name, NDArray parameter, float rate, NDManager scratch) {
        NDArray gradient = parameter.getGradient();
        gradient.attach(scratch);
        NDArray value = parameter.stopGradient();
        value.attach(scratch);
        boolean first = !momenta.containsKey(name);
        NDArray momentum = gradient;
        if (settings.momentum() != 0) {
            momentum = momenta.computeIfAbsent(name, unseen -> manager.create(value.getShape()));
        }
        update.apply(value, gradient, momentum, first, rate);
        JniUtils.zeroGrad((PtNDArray) parameter);
    }

    /** The momentum buffers by the names of group and parameter, of those parameters that have been changed; the optimiser's own. */
    SortedMap<String, NDArray> momenta() {
        return Collections.unmodifiableSortedMap(momenta);
    }

    /** Goes on with other momentum buffers, which are copied. */
    void restore(SortedMap<String, NDArray> buffers) {
        momenta.values().forEach(NDArray::close);
        momenta.clear();
        buffers.forEach((name, buffer) -> {
            NDArray momentum = buffer.duplicate();
            momentum.attach(manager);
            momenta.put(name, momentum);
        });
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
