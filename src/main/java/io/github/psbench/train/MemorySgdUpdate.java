package io.github.psbench.train;

import ai.djl.ndarray.NDArray;
import java.nio.FloatBuffer;

/**
 * In one pass over the memory of a processor, where the operations of {@link TensorSgdUpdate} make more than ten. Sums are taken in double
 * precision where those take them so.
 */
final class MemorySgdUpdate implements SgdUpdate {
    /** So many numbers at once stay in a core's first cache, all arrays of them. */
    private static final int BLOCK = 1024;

    private final double weightDecay;
    private final float momentum;
    private final boolean nesterov;
    private final float[] values = new float[BLOCK];
    private final float[] changes = new float[BLOCK];
    private final float[] momenta = new float[BLOCK];

    MemorySgdUpdate(Sgd settings) {
        weightDecay = (float) settings.weightDecay();
        momentum = (float) settings.momentum();
        nesterov = settings.nesterov();
    }

    @Override
    public void apply(NDArray value, NDArray gradient, NDArray momentumBuffer, boolean first, float rate) {
        FloatBuffer valueMemory = memory(value);
        FloatBuffer gradientMemory = memory(gradient);
        FloatBuffer momentumMemory = memory(momentumBuffer);
        int size = valueMemory.capacity();
        for (int start = 0; start < size; start += BLOCK) {
            int count = Math.min(BLOCK, size - start);
            valueMemory.get(start, values, 0, count);
            gradientMemory.get(start, changes, 0, count);
            if (weightDecay != 0) {
                add(changes, weightDecay, values, count);
            }
            if (momentum != 0) {
                if (first) {
                    System.arraycopy(changes, 0, momenta, 0, count);
                } else {
                    momentumMemory.get(start, momenta, 0, count);
                    accumulate(momenta, momentum, changes, count);
                }
                momentumMemory.put(start, momenta, 0, count);
                if (nesterov) {
                    add(changes, momentum, momenta, count);
                } else {
                    System.arraycopy(momenta, 0, changes, 0, count);
                }
            }
            add(values, -rate, changes, count);
            valueMemory.put(start, values, 0, count);
        }
    }

    /** v = momentum v + d. */
    private static void accumulate(float[] v, float momentum, float[] d, int count) {
        for (int i = 0; i < count; i++) {
            v[i] = v[i] * momentum + d[i];
        }
    }

    /** a = a + factor x b, rounded once. */
    private static void add(float[] a, double factor, float[] b, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = (float) (a[i] + factor * b[i]);
        }
    }

    /** The memory of an array of the processor as it lies there; of a gradient that is not in order, a copy. */
    private static FloatBuffer memory(NDArray array) {
        return array.toByteBuffer(true).asFloatBuffer();
    }
}
