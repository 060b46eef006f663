package io.github.psbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.AttributeGroup;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.Encoding;
import io.github.psbench.data.Input;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PersonImage;
import io.github.psbench.data.PixelCache;
import io.github.psbench.data.picture.Filter;
import io.github.psbench.data.picture.RgbImage;
import io.github.psbench.loss.DeltaForm;
import io.github.psbench.loss.LearnedWeights;
import io.github.psbench.loss.Loss;
import io.github.psbench.loss.MarginAlignment;
import io.github.psbench.loss.PaperDelta;
import io.github.psbench.loss.ReleasedDelta;
import io.github.psbench.loss.SemanticMargin;
import io.github.psbench.model.Embedding;
import io.github.psbench.model.ResNet18;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole of a training step - pixels, ResNet-18, both encoders, MA, ASMR, SGD in three parameter groups, a decay before the third step -
 * against a plain PyTorch 2.15 program in float64 that was given the same formulas for pixels and parameters.
 */
class ThreeStepsAgainstPyTorchTest {
    private static final int IMAGES = 6;
    private static final AttributeSchema SCHEMA = new AttributeSchema(List.of(
            AttributeGroup.oneOf("a", List.of("0", "1"), Encoding.PATTERNS),
            AttributeGroup.oneOf("b", List.of("0", "1", "2"), Encoding.PATTERNS)));
    private static final int[][] CATEGORIES = {{0, 0}, {1, 0}, {1, 1}, {0, 2}};
    private static final int[] LABELS = {0, 1, 2, 3, 0, 2};

    @TempDir
    private Path folder;

    /**
     * Six pictures are few to normalise by, and float32 shows it: PyTorch's own float32 run misses its float64 one by 7e-4 in the second
     * step. Any mistake in the rule shows in the first digit.
     */
    @Test
    void paperFormWithBatchStatistics() {
        assertLosses(
                new PaperDelta(),
                false,
                5e-3,
                new double[][] {
                    {8.933598311750263, 8.474946937076213, 0.07644189577900831},
                    {5.998906189223916, 5.113411352391837, 0.14758247280534667},
                    {3.9703528118069835, 3.6301187069753156, 0.05670568413861136}
                },
                new double[] {
                    1.0074318387304104, 1.0074318387304104, 1.0040760019937052, 1.008277593470865, 0.9992111847774559
                });
    }

    @Test
    void releasedFormWithFrozenStatisticsAndNesterov() {
        assertLosses(
                new ReleasedDelta(null),
                true,
                1e-5,
                new double[][] {
                    {7.485822526677261, 5.20873408870961, 0.3795147396612751},
                    {11.84699550980251, 8.336192619601153, 0.5851338150334533},
                    {9.32956610116591, 7.307335928943896, 0.33703836203700205}
                },
                new double[] {1.0614916147622313, 1.0724229032732346});
    }

    private void assertLosses(DeltaForm form, boolean released, double tolerance, double[][] losses, double[] weights) {
        PersonDataset dataset = dataset();
        Recipe recipe = recipe(form, released);
        RandomStreams random = new RandomStreams(0);
        Places places = new Places(folder, folder);
        try (NDManager manager = NDManager.newBaseManager();
                PixelCache pixels = PixelCache.open(dataset, recipe.input(), places, Progress.SILENT);
                PictureTensors pictures = PictureTensors.open(pixels, recipe.input(), manager);
                Encoders encoders = new Encoders(recipe, SCHEMA, random, manager);
                EncoderTraining training = new EncoderTraining(recipe, encoders, dataset, random, manager);
                SgdOptimiser optimiser = new SgdOptimiser(recipe.training().optimiser(), training.groups(), manager)) {
            encoders.imageParameters().forEach(ThreeStepsAgainstPyTorchTest::fill);
            encoders.categoryParameters().forEach((name, array) -> fill("category." + name, array));
            List<EpochOrder.Batch> batches = EpochOrder.inOrder(0, IMAGES, IMAGES);
            List<SortedMap<String, Double>> steps = new ArrayList<>();
            TrainingLoop loop = new TrainingLoop(
                    "training",
                    new TreeMap<>(),
                    optimiser,
                    recipe.training().decay(),
                    step -> steps.add(step.losses()));
            for (int epoch = 0; epoch < 3; epoch++) {
                try (Progress.Task task = Progress.SILENT.begin("", 1)) {
                    loop.epoch(
                            epoch,
                            0,
                            batches,
                            (batch, stepsBefore, step) ->
                                    training.loss(batch, pictures.of(batch, step), stepsBefore, step),
                            manager,
                            task);
                }
            }
            List<String> parts = List.of("loss", "alignment", "asmr");
            for (int step = 0; step < 3; step++) {
                for (int part = 0; part < 3; part++) {
                    double measured = Objects.requireNonNull(steps.get(step).get(parts.get(part)));
                    double expected = losses[step][part];
                    assertThat(measured)
                            .as("%s in step %d", parts.get(part), step + 1)
                            .isCloseTo(expected, within(expected * (step == 0 ? 1e-5 : tolerance)));
                }
            }
            float[] learned = Objects.requireNonNull(training.weights()).toFloatArray();
            assertThat(learned).hasSameSizeAs(weights);
            for (int k = 0; k < weights.length; k++) {
                assertThat((double) learned[k]).as("w " + k).isCloseTo(weights[k], within(2e-5));
            }
        }
    }

    private static Recipe recipe(DeltaForm form, boolean released) {
        return new Recipe(
                new Input(64, 32, Filter.BICUBIC),
                Precision.FLOAT32,
                false,
                false,
                null,
                null,
                null,
                new ResNet18(null, 1),
                new Embedding(8, List.of(16, 12)),
                null,
                new Loss(
                        new MarginAlignment(12, 0.2),
                        new SemanticMargin(6, form, new LearnedWeights(1, 0), SemanticMargin.Mean.ATTACHED)),
                new Training(
                        3,
                        IMAGES,
                        LastBatch.KEEP,
                        new LearningRates(0.01, 0.05, 0.02),
                        new Sgd(0.9, 5e-4, released),
                        new StepDecay(2, 0.1, false),
                        released));
    }

    private static PersonDataset dataset() {
        List<PersonImage> images = new ArrayList<>();
        for (int image = 0; image < IMAGES; image++) {
            byte[] pixels = new byte[64 * 32 * 3];
            for (int i = 0; i < pixels.length; i++) {
                long position = (long) image * pixels.length + i;
                pixels[i] = (byte) ((position * 7919 % 256 + image * 31L) % 256);
            }
            RgbImage picture = new RgbImage(32, 64, pixels);
            int[] values = CATEGORIES[LABELS[image]];
            images.add(new PersonImage("" + image, new PersonCategory(List.of(values[0], values[1])), () -> picture));
        }
        return new PersonDataset(
                "formula", SCHEMA, images, images, new PersonDataset.Digests("f".repeat(64), "f".repeat(64)), null);
    }

    private static void fill(String name, NDArray parameter) {
        Shape shape = parameter.getShape();
        float[] values = new float[(int) shape.size()];
        int phase = name.chars().sum() % 97;
        boolean normalisation = name.contains("bn") || name.contains("downsample.1");
        double fanIn = values.length / (double) shape.get(0);
        for (int i = 0; i < values.length; i++) {
            if (normalisation && name.endsWith("weight")) {
                values[i] = (float) (1 + 0.1 * Math.sin(phase + i * 0.37));
            } else if (normalisation || name.endsWith("bias")) {
                values[i] = (float) (0.1 * Math.sin(phase + i * 0.37));
            } else {
                values[i] = (float) (2 / Math.sqrt(fanIn) * Math.sin(phase + Math.pow(i, 1.5) * 0.37));
            }
        }
        try (NDManager scratch = parameter.getManager().newSubManager()) {
            parameter.set(new NDIndex("..."), scratch.create(values, shape));
        }
    }
}
