package io.github.psbench.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.function.Function;

/** Gradients as the engine computes them, and checked against central differences. */
final class Differentiation {
    private Differentiation() {}

    /** The gradient of a scalar function at {@code point}, attached to its manager. */
    static NDArray gradient(NDArray point, Function<NDArray, NDArray> function) {
        NDArray variable = point.duplicate();
        variable.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            collector.backward(function.apply(variable));
        }
        return variable.getGradient();
    }

    /**
     * Asserts for a float64 point that the engine's gradient is that of central differences.
     *
     * @param step far from any point where the function is not smooth
     */
    static void assertGradient(NDArray point, double step, String description, Function<NDArray, NDArray> function) {
        double[] gradient = gradient(point, function).toDoubleArray();
        double[] values = point.toDoubleArray();
        for (int i = 0; i < gradient.length; i++) {
            double expected =
                    (moved(point, values, i, step, function) - moved(point, values, i, -step, function)) / (2 * step);
            assertThat(gradient[i])
                    .as("%s, derivative by component %d", description, i)
                    .isCloseTo(expected, within(1e-7 * Math.max(1, Math.abs(expected))));
        }
    }

    /**
     * Estimates of the derivatives at a float64 point, all of second order: for each component the central difference, and those that look
     * only below the point and only above it.
     */
    static double[][] differences(NDArray point, double step, Function<NDArray, NDArray> function) {
        double[] values = point.toDoubleArray();
        double here = moved(point, values, 0, 0, function);
        double[][] differences = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            double below = moved(point, values, i, -step, function);
            double above = moved(point, values, i, step, function);
            double farBelow = moved(point, values, i, -2 * step, function);
            double farAbove = moved(point, values, i, 2 * step, function);
            differences[i] = new double[] {
                (above - below) / (2 * step),
                (3 * here - 4 * below + farBelow) / (2 * step),
                (4 * above - 3 * here - farAbove) / (2 * step)
            };
        }
        return differences;
    }

    private static double moved(
            NDArray point, double[] values, int component, double by, Function<NDArray, NDArray> function) {
        double[] moved = values.clone();
        moved[component] += by;
        try (NDManager manager = point.getManager().newSubManager()) {
            return function.apply(manager.create(moved, point.getShape())).getDouble();
        }
    }
}
