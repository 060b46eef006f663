package io.github.psbench.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.base.Safetensors;
import io.github.psbench.cli.SearchTrial.Said;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PixelCache;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.run.RunStore;
import io.github.psbench.run.SmallRuns;
import io.github.psbench.run.StoredModel;
import io.github.psbench.run.StoredTrials;
import io.github.psbench.train.Encoders;
import io.github.psbench.train.PictureTensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches of the gallery of SynthPed. */
class SearchCommandTest {
    private static final Places PLACES = Places.of(null, System.getenv());

    /** A category that no image of synthped has. */
    static final String COMPLETE =
            "age=old, bag=handbag, lower-colour=yellow, upper-colour=purple, clothes=dress, lower-length=long, sleeve-length=long,"
                    + " hair=long, hat=yes, gender=male";

    @TempDir
    private Path folder;

    @Test
    void aRestoredModelEmbedsAsItDidInItsTrial() throws IOException {
        StoredModel model = model();
        PersonDataset people = model.people(PLACES, Progress.SILENT);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu());
                Encoders encoders = model.encoders(
                        people.schema(), ComputeDevice.cpu(DeviceOptions.usualThreads(System.getenv())), manager);
                PixelCache pixels =
                        PixelCache.open(people, model.spec().recipe().input(), PLACES, Progress.SILENT);
                PictureTensors pictures =
                        PictureTensors.open(pixels, model.spec().recipe().input(), manager)) {
            assertThat(encoders.embedImages(
                            pictures, people.train().size(), people.gallery().size(), Progress.SILENT))
                    .containsExactly(stored("gallery.safetensors", manager));
            assertThat(encoders.embedCategories(people.schema(), people.queryCategories()))
                    .containsExactly(stored("queries.safetensors", manager));
            assertThat(encoders.embedCategories(people.schema(), people.trainCategories()))
                    .containsExactly(stored("prototypes.safetensors", manager));
        }
    }

    private static StoredModel model() throws IOException {
        RunStore store = new RunStore(SearchTrial.results());
        return StoredModel.of(store, new StoredTrials(store).find(SearchTrial.id()));
    }

    private static float[] stored(String name, NDManager manager) throws IOException {
        return requireNonNull(
                        Safetensors.read(SearchTrial.run(SearchTrial.results()).resolve(name), manager)
                                .get("embeddings"))
                .toFloatArray();
    }

    @Test
    void theGalleryIsRankedAndAPictureAndAPageAreWritten() throws IOException {
        Path out = folder.resolve("out");
        Said said = search("--query", "gender=female, upper-colour=red", "--top", "7", "--out", out.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("The gallery of synthped, 1,260 images; trial " + SearchTrial.id())
                .contains("Query: upper colour: red; gender: female")
                .contains("Searched with the average of the embeddings of all 9 known categories that fit.")
                .contains("63 of 1,260 images fit the query");
        assertThat(said.err()).as("drawn people").doesNotContain("real people");
        assertThat(ImageIO.read(out.resolve("search.png").toFile()).getWidth()).isGreaterThan(500);
        assertThat(out.resolve("search.svg")).isNotEmptyFile();
        assertThat(Files.readString(out.resolve("index.html")))
                .contains("Left open: age, bag")
                .contains("data:image/jpeg;base64,")
                .doesNotContain("http://", "https://", "<script");
        byte[] page = Files.readAllBytes(out.resolve("index.html"));
        assertThat(search("--query", "gender=female, upper-colour=red", "--top", "7", "--out", out.toString())
                        .out())
                .isEqualTo(said.out());
        assertThat(out.resolve("index.html")).hasBinaryContent(page);
    }

    @Test
    void severalQueriesAreAnsweredAsEachAlone() throws IOException {
        JsonNode both =
                json("--query", "hat=yes, hair=long", "--query", "hat=yes").get("queries");
        assertThat(both).hasSize(2);
        assertThat(both.get(0)).isEqualTo(json("--query", "hat=yes, hair=long").at("/queries/0"));
        assertThat(both.get(1)).isEqualTo(json("--query", "hat=yes").at("/queries/0"));
        assertThat(both.at("/1/searchedWith/categories"))
                .hasSize(both.at("/1/searchedWith/fitting").asInt());
    }

    @Test
    void theMostFrequentCategoryIsTakenWhereThatIsAskedFor() throws IOException {
        JsonNode with = json("--query", "hat=yes", "--open", "frequent").at("/queries/0/searchedWith");
        assertThat(with.get("basis").asText()).isEqualTo("frequent");
        assertThat(with.get("categories")).hasSize(1);
        assertThat(with.at("/categories/0/attributes/hat").asText()).isEqualTo("yes");
    }

    @Test
    void scoresFallAndRelevanceIsThatOfTheAttributes() throws IOException {
        JsonNode found = json("--query", "hat=yes", "--top", "100").at("/queries/0/found");
        assertThat(found).hasSize(100);
        double before = 1.0001;
        for (JsonNode image : found) {
            assertThat(image.get("score").asDouble()).isLessThanOrEqualTo(before);
            before = image.get("score").asDouble();
            assertThat(image.get("relevant").asBoolean())
                    .isEqualTo(image.at("/attributes/hat").asText().equals("yes"));
        }
    }

    @Test
    void aCategoryOfTheGalleryIsSearchedAsItsTrialDid() throws IOException {
        StoredModel model = model();
        PersonDataset people = model.people(PLACES, Progress.SILENT);
        String query = people.schema().describe(people.queryCategories().get(0)).replaceAll(" (\\S+)(,|$)", "=$1$2");
        JsonNode found = json("--query", query).at("/queries/0");
        assertThat(found.at("/searchedWith/basis").asText()).isEqualTo("complete");
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            float[] queries = stored("queries.safetensors", manager);
            float[] gallery = stored("gallery.safetensors", manager);
            double best = -1;
            for (int image = 0; image < people.gallery().size(); image++) {
                double score = 0;
                for (int k = 0; k < 32; k++) {
                    score += (double) queries[k] * gallery[32 * image + k];
                }
                best = Math.max(best, score);
            }
            assertThat(found.at("/found/0/score").asDouble()).isCloseTo(best, within(1e-6));
        }
    }

    @Test
    void aCategoryThatNobodyHasIsEmbeddedByTheModel() throws IOException {
        JsonNode query = json("--query", COMPLETE).at("/queries/0");
        assertThat(query.at("/searchedWith/basis").asText()).isEqualTo("complete");
        assertThat(query.at("/searchedWith/categories/0/known").asBoolean()).isFalse();
        assertThat(query.at("/relevant").asInt()).isZero();
        assertThat(query.at("/found")).hasSize(10);
    }

    @Test
    void whatCanBeAskedForIsListedWithNumbersOfImages() throws IOException {
        assertThat(search("--list").out()).containsPattern("upper-colour=red +upper colour +red +224 +126");
        JsonNode parts = json("--list").get("parts");
        assertThat(parts).hasSize(39);
        assertThat(parts.get(0).get("query").asText()).isEqualTo("age=young");
    }

    @Test
    void whatIsAskedForWronglyIsToldAtOnce() throws IOException {
        assertThat(SearchTrial.psbench("search", "--query", "hat=yes").err())
                .contains("Missing required option: '--trial=ID'");
        assertUsage(search(), "--query is missing", "--list shows");
        assertUsage(search("--query", " , "), "--query must name an attribute");
        assertUsage(search("--query", "hut=yes, upper-colour=rad"), "did you mean 'hat'", "did you mean 'red'");
        assertUsage(search("--query", "hat=yes", "--top", "0"), "--top must be in 1..100, got 0.");
        assertUsage(
                search("--query", "hat=yes", "--open", "all"), "--open must be one of average, frequent, got 'all'");
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertUsage(search("--query", "hat=yes", "--out", file.toString()), "--out must name a folder");
        assertUsage(search("--query", "hat=yes", "--images", file.toString()), "is a file");
        assertUsage(
                search("--query", "hat=yes", "--images", folder.resolve("no").toString()), "does not exist");
        assertUsage(
                SearchTrial.psbench(
                        "search",
                        "--trial",
                        "abcd",
                        "--list",
                        "--results",
                        SearchTrial.results().toString()),
                "No trial");
        SmallRuns others = new SmallRuns(folder.resolve("others"));
        others.pending("Ours", 0);
        assertUsage(
                SearchTrial.psbench(
                        "search",
                        "--trial",
                        others.id("Ours", 0),
                        "--list",
                        "--results",
                        folder.resolve("others").toString()),
                "is pending; only a finished one can search");
    }

    private static void assertUsage(Said said, String... parts) {
        assertThat(said.code()).as(said.err()).isEqualTo(2);
        assertThat(said.err()).contains(parts);
        assertThat(said.out()).isEmpty();
    }

    private static Said search(String... options) throws IOException {
        return SearchTrial.search(SearchTrial.results(), options);
    }

    private JsonNode json(String... options) throws IOException {
        return SearchTrial.json(SearchTrial.results(), folder, options);
    }
}
