package io.github.psbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import io.github.psbench.base.Safetensors;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PersonImage;
import io.github.psbench.report.chart.Colour;
import io.github.psbench.report.chart.Scatter;
import io.github.psbench.report.figure.EmbeddingMap.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingMapFigureTest {
    private static final PersonDataset PEOPLE = new SomePeople()
            .with(12, 0, 0, 0)
            .with(9, 0, 0, 1)
            .with(8, 1, 1, 2)
            .with(7, 1, 0, 2)
            .made();

    @TempDir
    private Path folder;

    private SmallStore small;

    @BeforeEach
    void makeStore() throws IOException {
        small = store("tsne: {perplexity: 5, iterations: 250}");
    }

    private SmallStore store(String settings) throws IOException {
        return new SmallStore(folder, """
                seeds: 0..2
                figures: [tsne]
                datasets: {synthped: {}}
                rows: {Without ASMR: {loss.asmr: none}, Ours: {}}
                """ + settings + "\n");
    }

    @Test
    void aMapHoldsAllImagesAndCategoriesOfTheFirstSeedThatAllRowsHave() throws IOException {
        embed("Without ASMR", 0);
        embed("Without ASMR", 1);
        embed("Without ASMR", 2);
        embed("Ours", 1);
        embed("Ours", 2);
        FigurePage page = figure();
        List<String> lines = page.csv().lines().toList();
        assertThat(lines).hasSize(1 + 2 * 40);
        assertThat(lines.get(0)).isEqualTo("dataset,row,seed,kind,index,image,category,x,y,pair,kl,trustworthiness");
        assertThat(lines.get(1))
                .startsWith("synthped,Without ASMR,1,image,0,image 0,\"gender male, hat no, upper colour red\",")
                .contains(",A,");
        assertThat(lines.get(80))
                .startsWith("synthped,Ours,1,category,3,,\"gender female, hat no, upper colour tartan\",")
                .contains(",,");
        assertThat(page.notes().get(0))
                .startsWith(
                        "the pair is upper colour red (12 images) and upper colour white (9 images); both are gender male, hat no; the"
                                + " pair: of the pairs of categories");
        assertThat(page.notes().get(2))
                .startsWith(
                        "exact t-SNE of all points of a row together: perplexity 5, 250 iterations; trustworthiness over 12"
                                + " neighbours; Without ASMR, seed 1: KL ");
        assertThat(page.n()).isEqualTo("n = 1");
    }

    @Test
    void thePairIsShownWholeAndTheSpaceInItsColours() throws IOException {
        embed("Without ASMR", 0);
        embed("Ours", 0);
        FigurePage page = figure();
        assertThat(page.charts()).hasSize(2);
        Scatter close = (Scatter) page.charts().get(0);
        assertThat(close.planes())
                .extracting(Scatter.Plane::title)
                .containsExactly("Without ASMR (seed 0)", "Ours (seed 0)");
        assertThat(close.groups().subList(2, 6))
                .extracting(Scatter.Group::legend)
                .containsExactly(
                        "12 images: upper colour red",
                        "9 images: upper colour white",
                        "category: upper colour red",
                        "category: upper colour white");
        for (Scatter.Plane plane : close.planes()) {
            assertThat(plane.points()).hasSize(40);
            assertThat(plane.points())
                    .filteredOn(point -> point.group() >= 2)
                    .hasSize(12 + 9 + 2)
                    .allMatch(point -> plane.window() != null && plane.window().holds(point));
        }
        Scatter whole = (Scatter) page.charts().get(1);
        assertThat(whole.groups())
                .extracting(Scatter.Group::legend)
                .filteredOn(legend -> !legend.isEmpty())
                .containsExactly("red (12)", "white (9)", "tartan (15)");
        assertThat(whole.groups())
                .extracting(Scatter.Group::colour)
                .contains(Colour.named("red"), Colour.named("white"), Colour.numbered(0));
        assertThat(whole.planes().get(0).points()).hasSize(40);
    }

    @Test
    void aMapIsComputedOnceAndTellsWhatEachPointIs() throws IOException {
        embed("Ours", 0);
        AtomicInteger begun = new AtomicInteger();
        Progress counting = (what, units) -> {
            begun.incrementAndGet();
            return Progress.SILENT.begin(what, units);
        };
        EmbeddingMaps maps = new EmbeddingMaps(small.store());
        FigureInput input = small.input("synthped");
        EmbeddingMap map = Objects.requireNonNull(
                maps.of(input.trials().get(0), input.experiment().tsne(), counting));
        int once = begun.get();
        assertThat(maps.of(input.trials().get(0), input.experiment().tsne(), counting))
                .isSameAs(map);
        assertThat(begun.get()).isEqualTo(once).isGreaterThan(0);
        assertThat(map.points()).hasSize(40);
        assertThat(map.points().get(12)).matches(point -> point.kind() == Kind.IMAGE && point.category() == 1);
        assertThat(map.points().get(39))
                .matches(point -> point.kind() == Kind.CATEGORY && point.index() == 3 && point.category() == 3);
        assertThat(map.trustworthiness()).isBetween(0.8, 1.0);
        assertThat(map.exact()).isTrue();
    }

    @Test
    void theSameInputsGiveTheSameNumbers() throws IOException {
        embed("Ours", 0);
        assertThat(figure().csv()).isEqualTo(figure().csv());
    }

    @Test
    void whatIsMissingIsANote() throws IOException {
        assertThat(figure().notes()).containsExactly("no trial is finished");
        small.finish("Ours", "synthped", 0, 40); // of an older psbench
        assertThat(figure().notes()).containsExactly("no finished trial has kept its embeddings");
        FigureInput without = small.input("synthped");
        FigurePage page = EmbeddingMapFigure.of(without, new EmbeddingMaps(small.store()));
        assertThat(page.notes()).containsExactly("the images are not to be had: synthped is not there");
        assertThat(page.isEmpty()).isTrue();
    }

    @Test
    void embeddingsOfOtherPeopleAreDamage() throws IOException {
        write(small.finish("Ours", "synthped", 0, 40), 30, 4);
        assertThatThrownBy(this::figure)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("has embedded 30 images and 4 categories, but people has 36 and 4.");
    }

    @Test
    void mistakesAreFoundBeforeAnythingIsComputed() throws IOException {
        assertThatThrownBy(() -> Figures.check(store("").experiment(), spec -> PEOPLE))
                .isInstanceOf(Failure.class)
                .hasMessage(
                        "tsne.perplexity: must be less than a third of the other points, which is 13.0 for the 40 images and"
                                + " categories of synthped, got 30.0. Set a lower one in the experiment file.");
        assertThatThrownBy(() -> Figures.check(
                        store("tsne: {perplexity: 5, categories: ['hat=yes', 'hat=perhaps']}")
                                .experiment(),
                        spec -> PEOPLE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("hat has no value 'perhaps'");
        assertThatThrownBy(() -> Figures.check(
                        store("tsne: {perplexity: 5, colour: shoes}").experiment(), spec -> PEOPLE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("tsne.colour: people has no attribute group 'shoes'");
        Figures.check(store("tsne: {perplexity: 5}").experiment(), spec -> PEOPLE);
        Figures.check(store("").experiment(), SmallStore::noPeople);
    }

    private FigurePage figure() {
        FigureInput input = small.input("synthped");
        return EmbeddingMapFigure.of(
                new FigureInput(
                        input.experiment(),
                        input.dataset(),
                        input.trials(),
                        input.files(),
                        spec -> PEOPLE,
                        input.progress()),
                new EmbeddingMaps(small.store()));
    }

    private void embed(String row, long seed) throws IOException {
        write(small.finish(row, "synthped", seed, 40), PEOPLE.gallery().size(), 4);
    }

    /** Images lie around the embeddings of their categories. */
    private static void write(Path trial, int images, int categories) {
        Random random = new Random(17);
        float[][] queries = new float[categories][8];
        float[][] gallery = new float[images][8];
        long[] labels = new long[images];
        for (int c = 0; c < categories; c++) {
            queries[c][c] = 1;
        }
        for (int i = 0; i < images; i++) {
            PersonImage image = PEOPLE.gallery().get(i);
            labels[i] = PEOPLE.queryCategories().indexOf(image.category());
            for (int k = 0; k < 8; k++) {
                gallery[i][k] = queries[(int) labels[i]][k] + (float) random.nextGaussian() / 5;
            }
        }
        write(
                trial.resolve("queries.safetensors"),
                queries,
                LongStream.range(0, categories).toArray());
        write(trial.resolve("gallery.safetensors"), gallery, labels);
    }

    private static void write(Path file, float[][] rows, long[] labels) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Safetensors.write(file, Map.of("embeddings", manager.create(rows), "labels", manager.create(labels)));
        }
    }
}
