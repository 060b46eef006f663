package io.github.psbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.psbench.base.InvalidSetting;
import io.github.psbench.data.Input;
import io.github.psbench.data.picture.Filter;
import io.github.psbench.loss.Loss;
import io.github.psbench.loss.MarginAlignment;
import io.github.psbench.model.Embedding;
import io.github.psbench.model.ResNetSlim;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is drawn for cropping and erasing; that pictures come out accordingly is for {@link PictureTensorsTest}. */
class AugmentationTest {
    private static final long SEED = 20_200_212;
    private static final RandomStreams RANDOM = new RandomStreams(SEED);
    private static final Input TALL = new Input(64, 32, Filter.BICUBIC);
    private static final Input SQUARE = new Input(64, 64, Filter.BICUBIC);

    @Test
    void cropsLieAnywhereInTheBorderedPicture() {
        PaddedCrop crop = new PaddedCrop(2);
        UniformRandomProvider random = RANDOM.named("crop");
        int draws = 10_000;
        int[][] places = new int[5][5];
        for (int i = 0; i < draws; i++) {
            Shift shift = crop.draw(random);
            places[shift.down() + 2][shift.right() + 2]++;
        }
        // 25 places, 400 expected in each, sd 19.6
        assertThat(Stream.of(places).flatMap(row -> Arrays.stream(row).boxed()))
                .as("seed %d", SEED)
                .allMatch(count -> count > 300 && count < 500);
    }

    @Test
    void erasedAreasAreUniformWhereAllOfThemFit() {
        List<Rectangle> drawn = erased(new RandomErasing(0.5, 0.02, 0.4, 1), SQUARE, 20_000);
        List<Rectangle> some =
                drawn.stream().filter(rectangle -> rectangle.height() > 0).toList();
        assertThat(some.size() / 20_000.0).as("seed %d", SEED).isCloseTo(0.5, within(0.016));
        double[] areas = some.stream()
                .mapToDouble(rectangle -> rectangle.height() * rectangle.width() / 4096.0)
                .toArray();
        // Uniform in 0.02..0.4: mean 0.21, a quarter below 0.115; sides are whole pixels, and 4.5 sd are allowed for.
        assertThat(mean(areas)).as("seed %d", SEED).isCloseTo(0.21, within(0.006));
        long small = Arrays.stream(areas).filter(area -> area < 0.115).count();
        assertThat(small / (double) areas.length).as("seed %d", SEED).isCloseTo(0.25, within(0.03));
        assertThat(mean(some.stream()
                        .mapToDouble(rectangle -> rectangle.top() + rectangle.height() / 2.0)
                        .toArray()))
                .as("middle of the erased part, seed %d", SEED)
                .isCloseTo(32, within(0.6));
    }

    @Test
    void whatIsErasedLiesInThePictureAndHasTheShapeAskedFor() {
        RandomErasing usual = new RandomErasing(1, 0.02, 0.4, 0.3);
        Set<Integer> heights = new HashSet<>();
        for (Rectangle rectangle : erased(usual, TALL, 5000)) {
            assertThat(rectangle.top()).isNotNegative();
            assertThat(rectangle.left()).isNotNegative();
            assertThat(rectangle.top() + rectangle.height()).isLessThanOrEqualTo(64);
            assertThat(rectangle.left() + rectangle.width()).isLessThanOrEqualTo(32);
            // Half a pixel of rounding a side.
            assertThat((rectangle.height() + 0.5) * (rectangle.width() + 0.5)).isGreaterThan(0.02 * 64 * 32);
            assertThat((rectangle.height() - 0.5) * (rectangle.width() - 0.5)).isLessThan(0.4 * 64 * 32);
            assertThat((rectangle.height() + 0.5) / (rectangle.width() - 0.5)).isGreaterThan(0.3);
            assertThat((rectangle.height() - 0.5) / (rectangle.width() + 0.5)).isLessThan(1 / 0.3);
            heights.add(rectangle.height());
        }
        assertThat(heights).contains(4, 20, 50);
    }

    @Test
    void whatNeverFitsIsLeftOut() {
        assertThat(erased(new RandomErasing(1, 0.9, 0.9, 1), TALL, 20)).containsOnly(Rectangle.NONE);
    }

    @Test
    void oneAlterationDoesNotDisturbAnotherNorTheOrder() {
        PaddedCrop crop = new PaddedCrop(10);
        RandomErasing erasing = new RandomErasing(0.5, 0.02, 0.4, 0.3);
        List<EpochOrder.Batch> neither = batches(null, null);
        List<EpochOrder.Batch> cropped = batches(crop, null);
        List<EpochOrder.Batch> erased = batches(null, erasing);
        List<EpochOrder.Batch> both = batches(crop, erasing);
        List<EpochOrder.Batch> plain =
                EpochOrder.shuffled(103, 10, LastBatch.KEEP, true, RANDOM.named("training order 4"));
        assertThat(neither).hasSize(11);
        for (int i = 0; i < neither.size(); i++) {
            for (EpochOrder.Batch batch : List.of(neither.get(i), cropped.get(i), erased.get(i), both.get(i))) {
                assertThat(batch.images()).isEqualTo(plain.get(i).images());
                assertThat(batch.mirrored()).isEqualTo(plain.get(i).mirrored());
            }
            assertThat(neither.get(i).shifts()).isEmpty();
            assertThat(neither.get(i).erased()).isEmpty();
            assertThat(both.get(i).shifts())
                    .isEqualTo(cropped.get(i).shifts())
                    .hasSize(plain.get(i).size());
            assertThat(both.get(i).erased())
                    .isEqualTo(erased.get(i).erased())
                    .hasSize(plain.get(i).size());
            assertThat(cropped.get(i).erased()).isEmpty();
            assertThat(erased.get(i).shifts()).isEmpty();
        }
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new PaddedCrop(0))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("padding must be in 1..1024, got 0");
        assertThatThrownBy(() -> new RandomErasing(0, 0.02, 0.4, 0.3)).hasMessageStartingWith("probability must be");
        assertThatThrownBy(() -> new RandomErasing(1.5, 0.02, 0.4, 0.3)).hasMessageStartingWith("probability must be");
        assertThatThrownBy(() -> new RandomErasing(1, 0, 0.4, 0.3)).hasMessageStartingWith("leastArea must be");
        assertThatThrownBy(() -> new RandomErasing(1, 0.5, 0.4, 0.3)).hasMessageStartingWith("mostArea must be");
        assertThatThrownBy(() -> new RandomErasing(1, 0.02, 1, 0.3)).hasMessageStartingWith("mostArea must be");
        assertThatThrownBy(() -> new RandomErasing(1, 0.02, 0.4, 0)).hasMessageStartingWith("aspect must be");
        assertThatThrownBy(() -> new RandomErasing(1, 0.02, 0.4, Double.NaN)).hasMessageStartingWith("aspect must be");
    }

    private static List<EpochOrder.Batch> batches(@Nullable PaddedCrop crop, @Nullable RandomErasing erasing) {
        Recipe recipe = new Recipe(
                TALL,
                Precision.FLOAT32,
                false,
                true,
                crop,
                erasing,
                null,
                new ResNetSlim(null, 1),
                new Embedding(8, List.of(16, 12)),
                null,
                new Loss(new MarginAlignment(12, 0.2), null),
                new Training(
                        1,
                        10,
                        LastBatch.KEEP,
                        new LearningRates(0.01, 0.01, 0.01),
                        new Sgd(0.9, 5e-4, false),
                        new StepDecay(5, 0.1, false),
                        false));
        return EpochOrder.of(recipe, 103, 10, LastBatch.KEEP, purpose -> RANDOM.named("training " + purpose + " 4"));
    }

    private static List<Rectangle> erased(RandomErasing erasing, Input input, int draws) {
        UniformRandomProvider random = RANDOM.named("erasing");
        List<Rectangle> erased = new ArrayList<>();
        for (int i = 0; i < draws; i++) {
            erased.add(erasing.draw(input, random));
        }
        return erased;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
