package io.github.psbench.train;

import ai.djl.ndarray.NDArray;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;

/**
 * In one pass over the memory of a processor, which is what limits it: the operations of {@link TensorSgdUpdate} make more than ten.
 *
 * <p>Sums are taken in double precision where {@link TensorSgdUpdate} takes them so.
 */
final class MemorySgdUpdate implements SgdUpdate {
    /** So many numbers at once stay in a core's first cache, all four arrays of them. */
    private static final int BLOCK = 1024;

    /** What one thread does at once. */
    private static final int PIECE = 128 * BLOCK;

    private final double weightDecay;
    private final float momentum;
    private final boolean nesterov;
    private final boolean parallel;

    /** @param parallel whether to use more than one thread; the bits are the same */
    MemorySgdUpdate(Sgd settings, boolean parallel) {
        weightDecay = (float) settings.weightDecay();
        momentum = (float) settings.momentum();
        nesterov = settings.nesterov();
        this.parallel = parallel;
    }

    @Override
    public void apply(NDArray value, NDArray gradient, NDArray momentumBuffer, boolean first, float rate) {
        Parameter parameter = new Parameter(memory(value), memory(gradient), memory(momentumBuffer), first, rate);
        IntStream pieces = IntStream.range(0, parameter.pieces());
        (parallel ? pieces.parallel() : pieces).forEach(piece -> change(parameter, piece));
    }

    /** What is changed, as it lies in memory. */
    private record Parameter(FloatBuffer values, FloatBuffer gradient, FloatBuffer momenta, boolean first, float rate) {
        int pieces() {
            return (values.capacity() + PIECE - 1) / PIECE;
        }
    }

    private void change(Parameter parameter, int piece) {
        float[] values = new float[BLOCK];
        float[] changes = new float[BLOCK];
        float[] momenta = new float[BLOCK];
        int end = Math.min((piece + 1) * PIECE, parameter.values.capacity());
        for (int start = piece * PIECE; start < end; start += BLOCK) {
            int count = Math.min(BLOCK, end - start);
            parameter.values.get(start, values, 0, count);
            parameter.gradient.get(start, changes, 0, count);
            if (weightDecay != 0) {
                add(changes, weightDecay, values, count);
            }
            if (momentum != 0) {
                if (parameter.first) {
                    System.arraycopy(changes, 0, momenta, 0, count);
                } else {
                    parameter.momenta.get(start, momenta, 0, count);
                    accumulate(momenta, momentum, changes, count);
                }
                parameter.momenta.put(start, momenta, 0, count);
                if (nesterov) {
                    add(changes, momentum, momenta, count);
                } else {
                    System.arraycopy(momenta, 0, changes, 0, count);
                }
            }
            add(values, -parameter.rate, changes, count);
            parameter.values.put(start, values, 0, count);
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
