package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.cli.SearchTrial.Said;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PersonImage;
import io.github.psbench.data.SynthPed;
import io.github.psbench.data.synthped.Size;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches of pictures of one's own, and of trials of which something is gone or changed. */
class SearchImagesTest {
    @TempDir
    private Path folder;

    /** Some pictures of the gallery as files, whose names hold those of the images. */
    private Path pictures(int count) throws IOException {
        PersonDataset people = new SynthPed(1, Size.SMALL).load(Places.of(null, System.getenv()), Progress.SILENT);
        Path pictures = folder.resolve("pictures");
        for (PersonImage image : people.gallery().subList(0, count)) {
            Path file = pictures.resolve(image.name() + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(image.picture().get().buffered(), "png", file.toFile());
        }
        return pictures;
    }

    private JsonNode json(Path results, String... options) throws IOException {
        return SearchTrial.json(results, folder, options);
    }

    private Said search(Path results, String... options) throws IOException {
        return SearchTrial.search(results, options);
    }

    @Test
    void picturesInAFolderAreEmbeddedAsThoseOfTheDataSetAre() throws IOException {
        JsonNode gallery = json(SearchTrial.results(), "--query", "upper-colour=red", "--top", "100");
        Map<String, Double> scores = new HashMap<>();
        gallery.at("/queries/0/found")
                .forEach(found -> scores.put(
                        found.get("image").asText(), found.get("score").asDouble()));
        JsonNode own = json(
                SearchTrial.results(),
                "--query",
                "upper-colour=red",
                "--images",
                pictures(200).toString());
        assertThat(own.at("/searched/images").asInt()).isEqualTo(200);
        assertThat(own.at("/queries/0/relevant").isNull()).isTrue();
        int compared = 0;
        for (JsonNode found : own.at("/queries/0/found")) {
            Double score = scores.get(found.get("image").asText().replace(".png", ""));
            if (score != null) {
                assertThat(found.get("score").asDouble()).isCloseTo(score, within(1e-6));
                compared++;
            }
        }
        assertThat(compared).as("pictures that both have found").isPositive();
    }

    @Test
    void damagedPicturesAreToldAndLeftOutAndGitIsKeptOut() throws IOException {
        Path pictures = pictures(3);
        Files.writeString(pictures.resolve("<b>broken.jpg"), "no picture");
        Path out = folder.resolve("out");
        Said said = search(
                SearchTrial.results(), "--query", "hat=yes", "--images", pictures.toString(), "--out", out.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("3 images; trial ", "1 file was left out:", "<b>broken.jpg cannot be decoded");
        assertThat(said.err()).containsOnlyOnce("pictures of real people");
        assertThat(out.resolve(".gitignore")).content().contains("*");
        assertThat(Files.readString(out.resolve("index.html")))
                .contains("&lt;b&gt;broken.jpg")
                .contains("pictures of real people")
                .doesNotContain("<b>");
    }

    @Test
    void aFolderOfDamagedPicturesAloneIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.png"), "no picture");
        Said said = search(SearchTrial.results(), "--query", "hat=yes", "--images", folder.toString());
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("None of the 1 pictures below", file.toString());
    }

    @Test
    void withoutItsWeightsATrialSearchesItsGalleryAndSaysWhatItCannotDo() throws IOException {
        Path results = folder.resolve("results");
        Path run = SearchTrial.copy(results);
        JsonNode before = json(results, "--query", "hat=yes");
        Files.delete(run.resolve("weights.safetensors"));
        assertThat(json(results, "--query", "hat=yes")).isEqualTo(before);
        for (Said said : new Said[] {
            search(results, "--query", SearchCommandTest.COMPLETE),
            search(results, "--query", "hat=yes", "--images", pictures(1).toString())
        }) {
            assertThat(said.code()).isEqualTo(3);
            assertThat(said.err())
                    .contains("has no weights any more")
                    .contains("`psbench runs reproduce " + SearchTrial.id() + "` trains it again");
        }
        assertThat(results.resolve("search")).doesNotExist();
    }

    @Test
    void weightsOfAnotherModelAreRefused() throws IOException {
        Path results = folder.resolve("results");
        Path run = SearchTrial.copy(results);
        Files.copy(
                run.resolve("gallery.safetensors"),
                run.resolve("weights.safetensors"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Said said = search(results, "--query", SearchCommandTest.COMPLETE);
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("missing: ", "unexpected: embeddings", "nothing was loaded");
        Files.writeString(run.resolve("weights.safetensors"), "none");
        assertThat(search(results, "--query", SearchCommandTest.COMPLETE).err()).contains("no sound safetensors file");
    }

    @Test
    void damagedAndMissingFilesOfTheTrialAreNamedWithTheNextStep() throws IOException {
        Path results = folder.resolve("results");
        Path run = SearchTrial.copy(results);
        for (String name : new String[] {"gallery.safetensors", "queries.safetensors", "prototypes.safetensors"}) {
            Path file = run.resolve(name);
            byte[] sound = Files.readAllBytes(file);
            byte[] damaged = sound.clone();
            // The last four of the embeddings; labels, bits and groups lie elsewhere.
            int at = endOfEmbeddings(sound);
            Arrays.fill(damaged, at - 4, at, (byte) 0xff);
            Files.write(file, damaged);
            assertDamaged(results, file + " is damaged: number ", "of its tensor 'embeddings' must be finite, got NaN");
            Files.write(file, Arrays.copyOf(sound, sound.length - 5));
            assertDamaged(results, file + " is no sound safetensors file");
            Files.delete(file);
            assertDamaged(results, file + " is missing.");
            Files.write(file, sound);
        }
        for (String text : new String[] {"", "{\"dataDi", "{}"}) {
            Files.writeString(run.resolve("trial.json"), text);
            assertDamaged(results, run.resolve("trial.json") + " is missing or damaged");
        }
    }

    private static int endOfEmbeddings(byte[] file) throws IOException {
        int header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt();
        JsonNode offsets = new ObjectMapper()
                .readTree(new String(file, 8, header, StandardCharsets.UTF_8))
                .at("/embeddings/data_offsets");
        return 8 + header + offsets.get(1).asInt();
    }

    private void assertDamaged(Path results, String... why) throws IOException {
        Said said = search(results, "--query", "hat=yes");
        assertThat(said.code()).as(said.err()).isEqualTo(3);
        assertThat(said.err())
                .contains(why)
                .contains(
                        "Remove the trial with `psbench runs rm " + SearchTrial.id() + "`; the next run makes it anew.")
                .doesNotContain("Fetch");
    }

    @Test
    void aTrialOfOtherDataIsRefused() throws IOException {
        Path results = folder.resolve("results");
        Path run = SearchTrial.copy(results);
        Path trial = run.resolve("trial.json");
        Files.writeString(trial, Files.readString(trial).replaceAll("(\"dataDigest\" : \")[0-9a-f]{4}", "$10000"));
        Said said = search(results, "--query", "hat=yes");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("synthped is not what trial " + SearchTrial.id() + " was trained on");
    }

    @Test
    void aTrialThatDoesNotSayHowItWasLaunchedIsRefused() throws IOException {
        Path results = folder.resolve("results");
        Files.delete(SearchTrial.copy(results).resolve("launch.json"));
        assertThat(search(results, "--query", "hat=yes").err()).contains("it is not known how this trial was launched");
    }

    @Test
    void whereImagesOfTheDataSetAreMissingTheAttributesAreEnoughForOnesOwn() throws IOException {
        Path results = folder.resolve("results");
        Path launch = SearchTrial.copy(results).resolve("launch.json");
        String text = Files.readString(launch);
        // Market-1501 has the same attributes, and is not below this data root.
        launch(launch, text, "\"name\" : \"market1501\", \"encoding\" : \"patterns\", \"labels\" : \"category\"");
        String[] options = {
            "--data",
            folder.resolve("nothing").toString(),
            "--images",
            pictures(5).toString(),
            "--query",
            "hat=yes"
        };
        JsonNode found = json(results, options);
        JsonNode whole = json(SearchTrial.results(), options);
        assertThat(found.at("/queries/0/found")).hasSize(5);
        assertThat(found.at("/queries/0/searchedWith/fitting").asInt())
                .as("training categories alone")
                .isBetween(1, whole.at("/queries/0/searchedWith/fitting").asInt());
        assertThat(search(results, append(options, "--open", "frequent")).err())
                .contains("--open frequent needs to know how many training images each category has");
        assertThat(search(results, "--data", options[1], "--list").out())
                .contains("hat=yes")
                .doesNotContain("gallery images");
        assertThat(search(results, "--data", options[1], "--query", "hat=yes").code())
                .isEqualTo(3);

        launch(launch, text, "\"name\" : \"pa100k\", \"encoding\" : \"bits\", \"allow-partial\" : false");
        assertThat(search(results, options).err())
                .contains("needs to know the attributes of pa100k")
                .contains("its annotation is enough");
    }

    private static void launch(Path file, String text, String source) throws IOException {
        String changed = text.replaceAll("(?s)\"data\" : \\{.*?}", "\"data\" : {" + source + "}");
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(file, changed);
    }

    private static String[] append(String[] options, String... more) {
        String[] all = java.util.Arrays.copyOf(options, options.length + more.length);
        System.arraycopy(more, 0, all, options.length, more.length);
        return all;
    }
}
