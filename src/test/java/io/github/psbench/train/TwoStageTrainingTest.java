package io.github.psbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.base.Safetensors;
import io.github.psbench.data.CsvExport;
import io.github.psbench.data.Input;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PersonImage;
import io.github.psbench.data.PixelCache;
import io.github.psbench.data.picture.Filter;
import io.github.psbench.eval.Embeddings;
import io.github.psbench.eval.Retrieval;
import io.github.psbench.loss.LearnedWeights;
import io.github.psbench.loss.Loss;
import io.github.psbench.loss.MarginAlignment;
import io.github.psbench.loss.PaperDelta;
import io.github.psbench.loss.SemanticMargin;
import io.github.psbench.model.Embedding;
import io.github.psbench.model.FileWeights;
import io.github.psbench.model.Network;
import io.github.psbench.model.ResNetSlim;
import io.github.psbench.model.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoStageTrainingTest {
    private static final PersonDataset PEOPLE = TinyPeople.dataset(60, 24);

    @TempDir
    private Path folder;

    @Test
    void aSeedFixesEveryTensorAndEveryLossToTheBit() {
        List<TrainingLog.Step> firstLog = new ArrayList<>();
        List<TrainingLog.Step> secondLog = new ArrayList<>();
        SortedMap<String, float[]> first = train(recipe(0.02), 5, firstLog::add);
        SortedMap<String, float[]> second = train(recipe(0.02), 5, secondLog::add);
        assertThat(secondLog).isEqualTo(firstLog).hasSize(4 * 4 + 6 * 4);
        assertThat(second.keySet()).isEqualTo(first.keySet());
        first.forEach((name, values) -> assertThat(second.get(name)).as(name).isEqualTo(values));
    }

    @Test
    void anotherSeedGivesAnotherModel() {
        assertThat(train(recipe(0.02), 6, step -> {}).get("head.fc1.weight"))
                .isNotEqualTo(train(recipe(0.02), 5, step -> {}).get("head.fc1.weight"));
    }

    @Test
    void peopleThatWereExportedAreLearnedLikeTheirOriginals() {
        PersonDataset copy =
                CsvExport.write(PEOPLE, folder.resolve("copy"), Progress.SILENT).load(places(), Progress.SILENT);
        SortedMap<String, float[]> tensors = train(copy, recipe(0.02), 5, step -> {});
        train(recipe(0.02), 5, step -> {})
                .forEach(
                        (name, values) -> assertThat(tensors.get(name)).as(name).isEqualTo(values));
    }

    @Test
    void bothStagesLearn() {
        List<TrainingLog.Step> log = new ArrayList<>();
        train(recipe(0.02), 5, log::add);
        assertThat(meanLoss(log, "pretraining", 4)).isLessThan(0.7 * meanLoss(log, "pretraining", 1));
        assertThat(meanLoss(log, "training", 6)).isLessThan(0.7 * meanLoss(log, "training", 1));
        assertThat(log.get(log.size() - 1).learningRates().keySet()).containsExactly("category", "image", "weights");
    }

    @Test
    void whatIsLearnedFindsPeople() {
        Recipe recipe = recipe(0.02);
        try (NDManager manager = NDManager.newBaseManager();
                PixelCache pixels = PixelCache.open(PEOPLE, recipe.input(), places(), Progress.SILENT);
                PictureTensors pictures = PictureTensors.open(pixels, recipe.input(), manager);
                TrainedModel model = bothStages(recipe, 5, PEOPLE, pictures, manager, step -> {})) {
            float[] gallery = model.encoders().embedImages(pictures, 60, 24, Progress.SILENT);
            float[] queries = model.encoders().embedCategories(PEOPLE.schema(), PEOPLE.queryCategories());
            long[] labels = PEOPLE.gallery().stream()
                    .mapToLong(image -> PEOPLE.queryCategories().indexOf(image.category()))
                    .toArray();
            assertThat(Retrieval.score(
                                    new Embeddings(16, widen(queries), new long[] {0, 1, 2, 3, 4, 5}),
                                    new Embeddings(16, widen(gallery), labels))
                            .map())
                    .as("chance is about 25")
                    .isGreaterThan(80);
        }
    }

    @Test
    void cropsAndErasuresReachBothStages() {
        Recipe plain = recipe(0.02);
        Pretraining pretraining = Objects.requireNonNull(plain.pretraining());
        for (Pretraining stage : new @Nullable Pretraining[] {pretraining, null}) {
            double unaltered = firstLoss(altered(plain, stage, null, null));
            double cropped = firstLoss(altered(plain, stage, new PaddedCrop(4), null));
            double erased = firstLoss(altered(plain, stage, null, new RandomErasing(1, 0.2, 0.4, 0.3)));
            assertThat(Set.of(unaltered, cropped, erased)).hasSize(3);
        }
    }

    @Test
    void peopleCanBeTheClasses() {
        List<PersonImage> train = new ArrayList<>();
        for (PersonImage image : PEOPLE.train()) {
            train.add(new PersonImage(image.name(), image.category(), "person " + train.size() % 12, image.picture()));
        }
        PersonDataset people = new PersonDataset(
                PEOPLE.name(), PEOPLE.schema(), train, PEOPLE.gallery(), PEOPLE.digests(), PEOPLE.partial());
        assertThat(people.trainClasses()).hasSize(12);
        assertThat(people.trainCategories()).hasSize(6);
        List<TrainingLog.Step> log = new ArrayList<>();
        train(people, altered(recipe(0.02), null, null, null), 5, log::add);
        assertThat(log.get(0).losses().get("alignment"))
                .as("two people of each category have equal prototypes, so no image is surer than one in two")
                .isGreaterThan(Math.log(2));
    }

    private double firstLoss(Recipe recipe) {
        List<TrainingLog.Step> log = new ArrayList<>();
        train(recipe, 5, log::add);
        return Objects.requireNonNull(log.get(0).losses().get("loss"));
    }

    private static Recipe altered(
            Recipe recipe,
            @Nullable Pretraining pretraining,
            @Nullable PaddedCrop crop,
            @Nullable RandomErasing erasing) {
        Training training = recipe.training();
        return new Recipe(
                recipe.input(),
                recipe.flip(),
                crop,
                erasing,
                null,
                recipe.backbone(),
                recipe.embedding(),
                pretraining,
                recipe.loss(),
                new Training(
                        1,
                        training.batch(),
                        training.lastBatch(),
                        training.learningRates(),
                        training.optimiser(),
                        training.decay(),
                        training.frozenBatchNorm()));
    }

    @Test
    void aLossThatIsNoNumberEndsTheTrialAndSaysWhere() {
        assertThatThrownBy(() -> train(recipe(1e30), 5, step -> {}))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.TRIAL_FAILED))
                .hasMessageContaining("no longer a finite number at step")
                .hasMessageContaining("of training")
                .hasMessageContaining("alignment=")
                .hasMessageContaining("image=1.0E30");
    }

    private SortedMap<String, float[]> train(Recipe recipe, long seed, TrainingLog log) {
        return train(PEOPLE, recipe, seed, log);
    }

    private SortedMap<String, float[]> train(PersonDataset people, Recipe recipe, long seed, TrainingLog log) {
        try (NDManager manager = NDManager.newBaseManager();
                PixelCache pixels = PixelCache.open(people, recipe.input(), places(), Progress.SILENT);
                PictureTensors pictures = PictureTensors.open(pixels, recipe.input(), manager);
                TrainedModel model = bothStages(recipe, seed, people, pictures, manager, log)) {
            SortedMap<String, float[]> tensors = new TreeMap<>();
            for (Map.Entry<String, NDArray> tensor : model.encoders().tensors().entrySet()) {
                tensors.put(tensor.getKey(), tensor.getValue().toFloatArray());
            }
            tensors.put("w", Objects.requireNonNull(model.weights()));
            return tensors;
        }
    }

    private TrainedModel bothStages(
            Recipe recipe,
            long seed,
            PersonDataset people,
            PictureTensors pictures,
            NDManager manager,
            TrainingLog log) {
        Weights start = recipe.backbone().weights();
        if (recipe.pretraining() != null) {
            Path file = folder.resolve("backbone.safetensors");
            try (Network backbone = TwoStageTraining.pretrain(
                    recipe, seed, people, pictures, places(), manager, log, Progress.SILENT)) {
                SortedMap<String, NDArray> tensors = new TreeMap<>(backbone.parameters());
                tensors.putAll(backbone.buffers());
                Safetensors.write(file, tensors);
            }
            start = new FileWeights(file.toString(), List.of());
        }
        return TwoStageTraining.train(recipe, seed, people, pictures, start, places(), manager, log, Progress.SILENT);
    }

    private Places places() {
        return new Places(folder.resolve("data"), folder.resolve("cache"));
    }

    private static Recipe recipe(double imageRate) {
        Sgd sgd = new Sgd(0.9, 5e-4, false);
        StepDecay decay = new StepDecay(4, 0.1, false);
        return new Recipe(
                new Input(32, 16, Filter.BICUBIC),
                true,
                null,
                null,
                null,
                new ResNetSlim(null, 1),
                new Embedding(16, List.of(32, 16)),
                new Pretraining(Pretraining.Heads.FC3_BN, 4, 16, LastBatch.KEEP, 0.05, sgd, decay),
                new Loss(
                        new MarginAlignment(12, 0.2),
                        new SemanticMargin(
                                1, new PaperDelta(), new LearnedWeights(1, 0.25), SemanticMargin.Mean.ATTACHED)),
                new Training(6, 16, LastBatch.KEEP, new LearningRates(imageRate, 0.05, 0.05), sgd, decay, false));
    }

    private static double meanLoss(List<TrainingLog.Step> log, String stage, int epoch) {
        return log.stream()
                .filter(step -> step.stage().equals(stage) && step.epoch() == epoch)
                .mapToDouble(step -> Objects.requireNonNull(step.losses().get("loss")))
                .average()
                .orElseThrow();
    }

    private static double[] widen(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
