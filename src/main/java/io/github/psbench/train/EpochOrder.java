package io.github.psbench.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** In which batches an epoch goes through the training images, and which of them it mirrors. */
final class EpochOrder {
    /**
     * Some pictures of one step.
     *
     * @param images indices of training images
     * @param mirrored for each of them, whether left and right are swapped
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Batch(int[] images, boolean[] mirrored) {
        int size() {
            return images.length;
        }
    }

    private EpochOrder() {}

    /** Shuffles {@code count} images (Fisher-Yates) and draws the mirrored ones, then cuts into batches. */
    static List<Batch> shuffled(int count, int batch, LastBatch last, boolean flip, UniformRandomProvider random) {
        int[] order = IntStream.range(0, count).toArray();
        for (int i = count - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        boolean[] mirrored = new boolean[count];
        if (flip) {
            for (int i = 0; i < count; i++) {
                mirrored[i] = random.nextBoolean();
            }
        }
        return cut(order, mirrored, batch, last);
    }

    /** Images {@code first} to {@code first + count - 1} in order, none mirrored. */
    static List<Batch> inOrder(int first, int count, int batch) {
        return cut(IntStream.range(first, first + count).toArray(), new boolean[count], batch, LastBatch.KEEP);
    }

    /** How many steps an epoch has. */
    static int steps(int count, int batch, LastBatch last) {
        return last == LastBatch.SKIP ? count / batch : (count + batch - 1) / batch;
    }

    private static List<Batch> cut(int[] order, boolean[] mirrored, int batch, LastBatch last) {
        List<Batch> batches = new ArrayList<>();
        for (int step = 0; step < steps(order.length, batch, last); step++) {
            int from = step * batch;
            int to = Math.min(from + batch, order.length);
            batches.add(new Batch(Arrays.copyOfRange(order, from, to), Arrays.copyOfRange(mirrored, from, to)));
        }
        return batches;
    }
}
