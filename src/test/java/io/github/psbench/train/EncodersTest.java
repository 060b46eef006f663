package io.github.psbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.psbench.base.Progress;
import io.github.psbench.data.Input;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.picture.Filter;
import io.github.psbench.data.picture.RgbImage;
import io.github.psbench.loss.Loss;
import io.github.psbench.loss.MarginAlignment;
import io.github.psbench.model.Embedding;
import io.github.psbench.model.ResNetSlim;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EncodersTest {
    private static final Input INPUT = new Input(32, 16, Filter.BICUBIC);
    private static final Sgd SGD = new Sgd(0.9, 5e-4, false);
    private static final StepDecay DECAY = new StepDecay(5, 0.1, false);
    private static final Recipe RECIPE = new Recipe(
            INPUT,
            Precision.FLOAT32,
            false,
            true,
            null,
            null,
            null,
            new ResNetSlim(null, 1),
            new Embedding(16, List.of(32, 16)),
            null,
            new Loss(new MarginAlignment(12, 0.2), null),
            new Training(1, 16, LastBatch.KEEP, new LearningRates(0.01, 0.01, 0.01), SGD, DECAY, false));

    @Test
    void restoredEncodersEmbedToTheSameBits() {
        PersonDataset people = TinyPeople.dataset(6, 12);
        List<RgbImage> pictures =
                people.images().stream().map(image -> image.picture().get()).toList();
        try (NDManager manager = NDManager.newBaseManager(Device.cpu());
                Encoders first = new Encoders(RECIPE, TinyPeople.SCHEMA, new RandomStreams(5), manager);
                Encoders again = Encoders.restore(RECIPE, TinyPeople.SCHEMA, first.tensors(), manager);
                PictureTensors tensors = PictureTensors.of(pictures, INPUT, manager)) {
            assertThat(again.embedImages(tensors, 3, 15, Progress.SILENT))
                    .containsExactly(first.embedImages(tensors, 3, 15, Progress.SILENT));
            assertThat(again.embedCategories(TinyPeople.SCHEMA, people.trainCategories()))
                    .containsExactly(first.embedCategories(TinyPeople.SCHEMA, people.trainCategories()));
        }
    }

    @Test
    void everyMissingUnexpectedAndMisshapenTensorIsTold() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu());
                Encoders encoders = new Encoders(RECIPE, TinyPeople.SCHEMA, new RandomStreams(5), manager)) {
            SortedMap<String, NDArray> tensors = new TreeMap<>(encoders.tensors());
            String missing = tensors.keySet().stream()
                    .filter(name -> name.startsWith("category."))
                    .findFirst()
                    .orElseThrow();
            String misshapen = tensors.keySet().stream()
                    .filter(name -> name.startsWith("head."))
                    .findFirst()
                    .orElseThrow();
            tensors.remove(missing);
            tensors.put(misshapen, manager.zeros(new Shape(1, 2, 3)));
            tensors.put("backbone.more", manager.zeros(new Shape(1)));
            tensors.put("asmr.w", manager.zeros(new Shape(5)));
            assertThatThrownBy(() -> Encoders.restore(RECIPE, TinyPeople.SCHEMA, tensors, manager))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("category.* missing: " + missing.substring("category.".length()))
                    .hasMessageContaining("head.* misshapen: " + misshapen.substring("head.".length()))
                    .hasMessageContaining("backbone.* unexpected: more")
                    .hasMessageContaining("unexpected: asmr.w float32 (5)");
        }
    }

    @Test
    void picturesOfAnotherSizeAreRefused() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            assertThatThrownBy(() ->
                            PictureTensors.of(List.of(new RgbImage(16, 31, new byte[16 * 31 * 3])), INPUT, manager))
                    .hasMessage("pictures must be 32 x 16, got 31 x 16");
        }
    }
}
