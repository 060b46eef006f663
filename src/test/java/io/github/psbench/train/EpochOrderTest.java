package io.github.psbench.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpochOrderTest {
    private static final RandomStreams RANDOM = new RandomStreams(7);

    @Test
    void everyImageComesOnceAndTheShortBatchLast() {
        List<EpochOrder.Batch> batches = EpochOrder.shuffled(103, 10, LastBatch.KEEP, true, RANDOM.named("order 0"));
        assertThat(batches)
                .extracting(EpochOrder.Batch::size)
                .containsExactly(10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 3);
        assertThat(images(batches)).isNotEqualTo(upTo(103));
        assertThat(Arrays.stream(images(batches)).sorted().toArray()).isEqualTo(upTo(103));
    }

    @Test
    void theShortBatchCanBeSkipped() {
        assertThat(EpochOrder.shuffled(103, 10, LastBatch.SKIP, true, RANDOM.named("order 0")))
                .hasSize(10);
        assertThat(EpochOrder.shuffled(100, 10, LastBatch.SKIP, true, RANDOM.named("order 0")))
                .hasSize(10);
    }

    @Test
    void anEpochsOrderIsFixedByItsNameAlone() {
        int[] first = images(EpochOrder.shuffled(50, 8, LastBatch.KEEP, true, RANDOM.named("order 3")));
        assertThat(images(EpochOrder.shuffled(50, 8, LastBatch.KEEP, true, new RandomStreams(7).named("order 3"))))
                .isEqualTo(first);
        assertThat(images(EpochOrder.shuffled(50, 8, LastBatch.KEEP, true, RANDOM.named("order 4"))))
                .isNotEqualTo(first);
        assertThat(images(EpochOrder.shuffled(50, 8, LastBatch.KEEP, true, new RandomStreams(8).named("order 3"))))
                .isNotEqualTo(first);
    }

    @Test
    void aboutHalfOfTheImagesAreMirroredAndNoneWithoutFlip() {
        assertThat(mirrored(EpochOrder.shuffled(10_000, 100, LastBatch.KEEP, true, RANDOM.named("order 0"))))
                .isBetween(4800L, 5200L);
        assertThat(mirrored(EpochOrder.shuffled(10_000, 100, LastBatch.KEEP, false, RANDOM.named("order 0"))))
                .isZero();
    }

    @Test
    void shufflingIsFair() {
        // Where image 0 ends up, over 6000 orders of 6 images: a fair shuffle expects 1000 in each place, sd 29.
        int[] places = new int[6];
        for (int epoch = 0; epoch < 6000; epoch++) {
            int[] order = images(EpochOrder.shuffled(6, 6, LastBatch.KEEP, false, RANDOM.named("order " + epoch)));
            for (int place = 0; place < 6; place++) {
                if (order[place] == 0) {
                    places[place]++;
                }
            }
        }
        assertThat(Arrays.stream(places).boxed())
                .as("within 4.5 sd of 1000")
                .allMatch(count -> count > 870 && count < 1130);
    }

    private static long mirrored(List<EpochOrder.Batch> batches) {
        long mirrored = 0;
        for (EpochOrder.Batch batch : batches) {
            for (boolean flag : batch.mirrored()) {
                mirrored += flag ? 1 : 0;
            }
        }
        return mirrored;
    }

    private static int[] images(List<EpochOrder.Batch> batches) {
        return batches.stream()
                .flatMapToInt(batch -> Arrays.stream(batch.images()))
                .toArray();
    }

    private static int[] upTo(int count) {
        return java.util.stream.IntStream.range(0, count).toArray();
    }
}
