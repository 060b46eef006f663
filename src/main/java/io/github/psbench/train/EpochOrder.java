package io.github.psbench.train;

import io.github.psbench.data.Input;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;

/** In which batches an epoch goes through the training images, and how it alters them. */
final class EpochOrder {
    /**
     * Some pictures of one step.
     *
     * @param images indices of training images
     * @param mirrored for each of them, whether left and right are swapped
     * @param shifts for each of them, how it is cropped; empty: not at all
     * @param erased for each of them, what of it is erased; empty: nothing
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Batch(int[] images, boolean[] mirrored, List<Shift> shifts, List<Rectangle> erased) {
        Batch(int[] images, boolean[] mirrored) {
            this(images, mirrored, List.of(), List.of());
        }

        int size() {
            return images.length;
        }
    }

    private EpochOrder() {}

    /**
     * The batches of an epoch of training.
     *
     * @param random the epoch's streams of random numbers by what they are for; each alteration has its own, so that none disturbs another
     */
    static List<Batch> of(
            Recipe recipe, int count, int batch, LastBatch last, Function<String, UniformRandomProvider> random) {
        List<Batch> batches = shuffled(count, batch, last, recipe.flip(), random.apply("order"));
        Input input = recipe.input();
        PaddedCrop crop = recipe.crop();
        RandomErasing erasing = recipe.erasing();
        UniformRandomProvider crops = random.apply("crop");
        UniformRandomProvider erasures = random.apply("erasing");
        return batches.stream()
                .map(drawn -> new Batch(
                        drawn.images(),
                        drawn.mirrored(),
                        crop == null ? List.of() : times(drawn.size(), () -> crop.draw(crops)),
                        erasing == null ? List.of() : times(drawn.size(), () -> erasing.draw(input, erasures))))
                .toList();
    }

    private static <T> List<T> times(int count, Supplier<T> draw) {
        return Stream.generate(draw).limit(count).toList();
    }

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

    /** Images {@code first} to {@code first + count - 1} in order, none altered. */
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
