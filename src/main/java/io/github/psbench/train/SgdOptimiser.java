package io.github.psbench.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
    private final SortedMap<String, NDArray> momenta = new TreeMap<>();

    SgdOptimiser(Sgd settings, List<Group> groups, NDManager parent) {
        this.settings = settings;
        this.groups = List.copyOf(groups);
        this.manager = parent.newSubManager();
    }

    /**
     * Changes every parameter by its gradient, then sets the gradients to zero.
     *
     * @param decay what the learning rates are multiplied by
     */
    void step(double decay) {
        for (Group group : groups) {
            float rate = (float) (group.learningRate() * decay);
            for (Map.Entry<String, NDArray> parameter : group.parameters().entrySet()) {
                try (NDManager scratch = manager.newSubManager()) {
                    update(group.name() + "/" + parameter.getKey(), parameter.getValue(), rate, scratch);
                }
            }
        }
    }

    private void update(String name, NDArray parameter, float rate, NDManager scratch) {
        NDArray gradient = parameter.getGradient();
        gradient.attach(scratch);
        NDArray value = parameter.stopGradient();
        value.attach(scratch);
        NDArray change = gradient;
        if (settings.weightDecay() != 0) {
            change = scaledSum(gradient, value, (float) settings.weightDecay());
        }
        if (settings.momentum() != 0) {
            NDArray momentum = momentum(name, change);
            change = settings.nesterov() ? scaledSum(change, momentum, (float) settings.momentum()) : momentum;
        }
        value.set(new NDIndex("..."), scaledSum(value, change, -rate));
        gradient.muli(0f);
    }

    private NDArray momentum(String name, NDArray change) {
        NDArray momentum = momenta.get(name);
        if (momentum == null) {
            momentum = change.duplicate();
            momentum.attach(manager);
            momenta.put(name, momentum);
        } else {
            momentum.muli((float) settings.momentum());
            momentum.addi(change);
        }
        return momentum;
    }

    /** a + factor x b, rounded once; attached where {@code a} is. */
    private static NDArray scaledSum(NDArray a, NDArray b, float factor) {
        NDManager scratch = a.getManager();
        NDArray wide = b.toType(DataType.FLOAT64, true);
        wide.attach(scratch);
        wide.muli((double) factor);
        wide.addi(a);
        return wide.toType(DataType.FLOAT32, false);
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
