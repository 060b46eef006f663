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
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoStageTrainingTest {
    private static final PersonDataset PEOPLE = TinyPeople.dataset(60, 24);

    @TempDir
    private Path folder;

    @Test
    void aSeedFixesEveryTensorAndEveryLossToTheBit() {
        List<TrainingJournal.Step> firstLog = new ArrayList<>();
        List<TrainingJournal.Step> secondLog = new ArrayList<>();
        SortedMap<String, float[]> first = train(recipe(0.02), 5, firstLog::add);
        SortedMap<String, float[]> second = train(recipe(0.02), 5, secondLog::add);
        assertThat(secondLog).isEqualTo(firstLog).hasSize(4 * 4 + 6 * 4);
        assertThat(second.keySet()).isEqualTo(first.keySet());
        first.forEach((name, values) -> assertThat(second.get(name)).as(name).isEqualTo(values));
    }

    /** Stopped after every seventh step and begun anew by its last checkpoint, until it is done. */
    @Test
    void trainingThatIsStoppedAndGoneOnWithComesToTheSameBits() {
        List<TrainingJournal.Step> whole = new ArrayList<>();
        SortedMap<String, float[]> expected = train(recipe(0.02), 5, whole::add);
        List<TrainingJournal.Step> inPieces = new ArrayList<>();
        try (NDManager manager = NDManager.newBaseManager();
                KeptInMemory pretraining = new KeptInMemory(inPieces, manager);
                KeptInMemory training = new KeptInMemory(inPieces, manager)) {
            SortedMap<String, float[]> tensors = null;
            int starts = 0;
            while (tensors == null) {
                starts++;
                try {
                    tensors = train(PEOPLE, recipe(0.02), 5, pretraining, training, new StoppingAfter(7));
                } catch (CancellationException e) {
                    // The next round goes on from the checkpoint.
                }
            }
            assertThat(starts).isEqualTo(6);
            assertThat(inPieces).isEqualTo(whole);
            assertThat(tensors.keySet()).isEqualTo(expected.keySet());
            for (Map.Entry<String, float[]> tensor : tensors.entrySet()) {
                assertThat(tensor.getValue()).as(tensor.getKey()).isEqualTo(expected.get(tensor.getKey()));
            }
        }
    }

    @Test
    void aStageIsGoneOnWithFromTheMiddleOfAnEpoch() {
        List<TrainingJournal.Step> whole = new ArrayList<>();
        SortedMap<String, float[]> expected = train(recipe(0.02), 5, whole::add);
        List<TrainingJournal.Step> steps = new ArrayList<>();
        try (NDManager manager = NDManager.newBaseManager();
                KeptInMemory training = new KeptInMemory(steps, manager) {
                    @Override
                    public boolean due() {
                        return steps.size() == 10;
                    }

                    @Override
                    public void keep(Checkpoint checkpoint) {
                        if (steps.size() == 10) {
                            super.keep(checkpoint);
                        }
                    }
                }) {
            train(PEOPLE, recipe(0.02), 5, step -> {}, training, Progress.SILENT);
            assertThat(steps).hasSize(6 * 4);
            SortedMap<String, float[]> tensors = train(PEOPLE, recipe(0.02), 5, step -> {}, training, Progress.SILENT);
            assertThat(steps.subList(6 * 4, steps.size())).isEqualTo(whole.subList(4 * 4 + 10, whole.size()));
            tensors.forEach((name, values) -> assertThat(values).as(name).isEqualTo(expected.get(name)));
        }
    }

    @Test
    void anotherModelsCheckpointIsRefused() {
        try (NDManager manager = NDManager.newBaseManager();
                KeptInMemory training = new KeptInMemory(new ArrayList<>(), manager)) {
            training.keep(new Checkpoint(0, 1, new TreeMap<>(Map.of("model/w", manager.create(1f)))));
            assertThatThrownBy(() -> train(PEOPLE, recipe(0.02), 5, step -> {}, training, Progress.SILENT))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("another model");
        }
    }

    /** Keeps the last checkpoint as a copy of its tensors. */
    private static class KeptInMemory implements TrainingJournal, AutoCloseable {
        private final List<Step> steps;
        private final NDManager manager;
        private @Nullable Checkpoint kept;

        KeptInMemory(List<Step> steps, NDManager parent) {
            this.steps = steps;
            manager = parent.newSubManager();
        }

        @Override
        public void record(Step step) {
            steps.add(step);
        }

        @Override
        public @Nullable Checkpoint last(NDManager scratch) {
            return kept;
        }

        @Override
        public void keep(Checkpoint checkpoint) {
            SortedMap<String, NDArray> copies = new TreeMap<>();
            checkpoint.tensors().forEach((name, tensor) -> {
                NDArray copy = tensor.stopGradient().duplicate();
                copy.attach(manager);
                copies.put(name, copy);
            });
            kept = new Checkpoint(checkpoint.epoch(), checkpoint.steps(), copies);
        }

        @Override
        public void close() {
            manager.close();
        }
    }

    /** Progress that asks to stop once so many steps of training were made. */
    private static final class StoppingAfter implements Progress {
        private int left;

        StoppingAfter(int steps) {
            left = steps;
        }

        @Override
        public Task begin(String what, long units) {
            Task silent = SILENT.begin(what, units);
            return new Task() {
                @Override
                public void advance(long done) {
                    if (--left == 0) {
                        throw new CancellationException("enough");
                    }
                }

                @Override
                public void resume(long done) {}

                @Override
                public void note(String text) {}

                @Override
                public void close() {
                    silent.close();
                }
            };
        }
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
        List<TrainingJournal.Step> log = new ArrayList<>();
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
                TrainedModel model =
                        bothStages(recipe, 5, PEOPLE, pictures, manager, step -> {}, step -> {}, Progress.SILENT)) {
            float[] gallery = model.encoders().embedImages(pictures, 60, 24, Progress.SILENT);
            float[] queries = model.encoders().embedCategories(PEOPLE.schema(), PEOPLE.queryCategories());
            long[] labels = PEOPLE.gallery().stream()
                    .mapToLong(image -> PEOPLE.queryCategories().indexOf(image.category()))
                    .toArray();
            assertThat(Retrieval.score(
                                    Embeddings.of(16, widen(queries), new long[] {0, 1, 2, 3, 4, 5}),
                                    Embeddings.of(16, widen(gallery), labels))
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
        List<TrainingJournal.Step> log = new ArrayList<>();
        train(people, altered(recipe(0.02), null, null, null), 5, log::add);
        assertThat(log.get(0).losses().get("alignment"))
                .as("two people of each category have equal prototypes, so no image is surer than one in two")
                .isGreaterThan(Math.log(2));
    }

    private double firstLoss(Recipe recipe) {
        List<TrainingJournal.Step> log = new ArrayList<>();
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
                Precision.FLOAT32,
                false,
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

    private SortedMap<String, float[]> train(Recipe recipe, long seed, TrainingJournal log) {
        return train(PEOPLE, recipe, seed, log);
    }

    private SortedMap<String, float[]> train(PersonDataset people, Recipe recipe, long seed, TrainingJournal journal) {
        return train(people, recipe, seed, journal, journal, Progress.SILENT);
    }

    private SortedMap<String, float[]> train(
            PersonDataset people,
            Recipe recipe,
            long seed,
            TrainingJournal pretraining,
            TrainingJournal training,
            Progress progress) {
        try (NDManager manager = NDManager.newBaseManager();
                PixelCache pixels = PixelCache.open(people, recipe.input(), places(), Progress.SILENT);
                PictureTensors pictures = PictureTensors.open(pixels, recipe.input(), manager);
                TrainedModel model =
                        bothStages(recipe, seed, people, pictures, manager, pretraining, training, progress)) {
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
            TrainingJournal pretraining,
            TrainingJournal training,
            Progress progress) {
        Weights start = recipe.backbone().weights();
        if (recipe.pretraining() != null) {
            Path file = folder.resolve("backbone.safetensors");
            try (Network backbone = TwoStageTraining.pretrain(
                    recipe, seed, people, pictures, places(), manager, pretraining, progress)) {
                SortedMap<String, NDArray> tensors = new TreeMap<>(backbone.parameters());
                tensors.putAll(backbone.buffers());
                Safetensors.write(file, tensors);
            }
            start = new FileWeights(file.toString(), List.of());
        }
        return TwoStageTraining.train(recipe, seed, people, pictures, start, places(), manager, training, progress);
    }

    private Places places() {
        return new Places(folder.resolve("data"), folder.resolve("cache"));
    }

    private static Recipe recipe(double imageRate) {
        Sgd sgd = new Sgd(0.9, 5e-4, false);
        StepDecay decay = new StepDecay(4, 0.1, false);
        return new Recipe(
                new Input(32, 16, Filter.BICUBIC),
                Precision.FLOAT32,
                false,
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

    private static double meanLoss(List<TrainingJournal.Step> log, String stage, int epoch) {
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
