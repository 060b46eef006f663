package io.github.psbench.loss;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.psbench.base.InvalidSetting;
import java.util.List;
import java.util.Random;
import org.apache.commons.rng.simple.RandomSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LossTest {
    private static final List<Integer> GROUPS = List.of(2, 3);

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT32", "FLOAT64"})
    void isTheAlignmentAndLambdaTimesTheRegulariserInTheTypeOfItsInputs(DataType type) {
        Loss loss = loss(new PaperDelta());
        NDArray images = random(1, 4, 6).toType(type, false);
        NDArray prototypes = random(2, 3, 6).toType(type, false);
        CategoryMargins margins = margins(loss, type);

        Loss.Value value = loss.value(
                images, labels(), prototypes, margins, manager.ones(new Shape(margins.weightCount()), type), 0);

        assertThat(value.total().getDataType()).isEqualTo(type);
        assertThat(value.total().getShape()).isEqualTo(new Shape());
        assertThat(number(value.total())).isCloseTo(number(value.alignment()) + 6 * number(value.asmr()), within(1e-6));
        assertThat(number(value.asmr())).isPositive();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hasTheGradientOfFiniteDifferencesInImagesPrototypesAndWeights(boolean paper) {
        Loss loss = loss(paper ? new PaperDelta() : new ReleasedDelta(null));
        CategoryMargins margins = margins(loss, DataType.FLOAT64);
        NDArray images = random(1, 4, 6);
        NDArray prototypes = random(2, 3, 6);
        NDArray weights = random(3, 1, margins.weightCount()).flatten();

        Differentiation.assertGradient(images, 1e-6, "images, seeds 1 to 3", point -> loss.value(
                        point, labels(), prototypes, margins, weights, 0)
                .total());
        Differentiation.assertGradient(prototypes, 1e-6, "prototypes, seeds 1 to 3", point -> loss.value(
                        images, labels(), point, margins, weights, 0)
                .total());
        Differentiation.assertGradient(weights, 1e-6, "weights, seeds 1 to 3", point -> loss.value(
                        images, labels(), prototypes, margins, point, 0)
                .total());
    }

    @Test
    void doesNotDependOnTheLengthsOfItsRows() {
        Loss loss = new Loss(new MarginAlignment(12, 0.2), null);
        NDArray images = random(1, 4, 6);
        NDArray prototypes = random(2, 3, 6);

        double value =
                loss.value(images, labels(), prototypes, null, null, 0).total().getDouble();
        double longer = loss.value(images.mul(1e6), labels(), prototypes.mul(1e-6), null, null, 0)
                .total()
                .getDouble();

        assertThat(longer).isCloseTo(value, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT32", "FLOAT64"})
    void leavesAZeroRowZeroWithAFiniteGradient(DataType type) {
        NDArray rows =
                manager.create(new double[] {0, 0, 3, 4}, new Shape(2, 2)).toType(type, false);

        NDArray unit = UnitRows.of(rows).toType(DataType.FLOAT64, false);
        NDArray gradient =
                Differentiation.gradient(rows, point -> UnitRows.of(point).sum());

        assertThat(unit.toDoubleArray()).containsExactly(new double[] {0, 0, .6, .8}, within(1e-7));
        assertThat(gradient.isNaN().any().getBoolean()).isFalse();
        assertThat(gradient.isInfinite().any().getBoolean()).isFalse();
    }

    @Test
    void wantsMarginsAndWeightsExactlyWithTheRegulariser() {
        Loss with = loss(new PaperDelta());
        Loss without = new Loss(new MarginAlignment(12, 0.2), null);
        CategoryMargins margins = margins(with, DataType.FLOAT64);
        NDArray weights = manager.ones(new Shape(5), DataType.FLOAT64);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> with.value(random(1, 4, 6), labels(), random(2, 3, 6), null, null, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with.value(random(1, 4, 6), labels(), random(2, 3, 6), margins, null, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> without.value(random(1, 4, 6), labels(), random(2, 3, 6), margins, weights, 0));
    }

    @Test
    void saysWhatIsWrongWithCategories() {
        SemanticMargin asmr =
                new SemanticMargin(6, new PaperDelta(), new UniformWeights(1), SemanticMargin.Mean.ATTACHED);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> asmr.over(manager.ones(new Shape(1, 5)), GROUPS))
                .withMessageContaining("needs 2 or more of them, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asmr.over(manager.ones(new Shape(3, 6)), GROUPS))
                .withMessageContaining("[2, 3] have 5 bits together, got 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asmr.over(manager.ones(new Shape(3, 5)), List.of(5, 0)))
                .withMessageContaining("[5, 0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asmr.over(manager.ones(new Shape(3, 5)).mul(0.5f), GROUPS))
                .withMessageContaining("0 or 1, got 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asmr.over(manager.ones(new Shape(3, 5), DataType.INT64), GROUPS))
                .withMessageContaining("float32 or float64");
    }

    @Test
    void startsTheWeightsAsDeclared() {
        CategoryMargins learned = new SemanticMargin(
                        6, new PaperDelta(), new LearnedWeights(1, 0.25), SemanticMargin.Mean.ATTACHED)
                .over(bits(DataType.FLOAT32), GROUPS);
        CategoryMargins uniform = new SemanticMargin(
                        6, new ReleasedDelta(null), new UniformWeights(0.5), SemanticMargin.Mean.ATTACHED)
                .over(bits(DataType.FLOAT32), GROUPS);

        float[] drawn = learned.initialWeights(RandomSource.XO_SHI_RO_256_PP.create(8L));
        assertThat(learned.learned()).isTrue();
        assertThat(drawn).hasSize(5).doesNotHaveDuplicates();
        for (float weight : drawn) {
            assertThat(weight).as("seed 8").isBetween(0.75f, 1.25f);
        }
        assertThat(uniform.learned()).isFalse();
        assertThat(uniform.initialWeights(RandomSource.XO_SHI_RO_256_PP.create(8L)))
                .containsExactly(0.5f, 0.5f);
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatThrownBy(() ->
                        new SemanticMargin(-1, new PaperDelta(), new UniformWeights(1), SemanticMargin.Mean.ATTACHED))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("lambda");
        assertThatThrownBy(() -> new SemanticMargin(
                        Double.NaN, new PaperDelta(), new UniformWeights(1), SemanticMargin.Mean.ATTACHED))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("lambda");
        assertThatThrownBy(() -> new ReleasedDelta(0.0))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("divisor");
        assertThatThrownBy(() -> new ReleasedDelta(Double.NaN))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("divisor");
        assertThatThrownBy(() -> new LearnedWeights(Double.NaN, 0))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("initial");
        assertThatThrownBy(() -> new LearnedWeights(1, -0.1))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("jitter");
        assertThatThrownBy(() -> new UniformWeights(Double.POSITIVE_INFINITY))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("value");
    }

    private static Loss loss(DeltaForm form) {
        return new Loss(
                new MarginAlignment(12, 0.2),
                new SemanticMargin(6, form, new LearnedWeights(1, 0.25), SemanticMargin.Mean.ATTACHED));
    }

    private CategoryMargins margins(Loss loss, DataType type) {
        return requireNonNull(loss.asmr()).over(bits(type), GROUPS);
    }

    private NDArray bits(DataType type) {
        return manager.create(new double[] {1, 0, 1, 0, 0, /**/ 0, 1, 1, 0, 0, /**/ 0, 1, 0, 0, 0}, new Shape(3, 5))
                .toType(type, false);
    }

    private NDArray labels() {
        return manager.create(new long[] {0, 2, 1, 2});
    }

    private NDArray random(long seed, int rows, int columns) {
        Random random = new Random(seed);
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return manager.create(values, new Shape(rows, columns));
    }

    private static double number(@Nullable NDArray scalar) {
        return requireNonNull(scalar).toType(DataType.FLOAT64, true).getDouble();
    }
}
