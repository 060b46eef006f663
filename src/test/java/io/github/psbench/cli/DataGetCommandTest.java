package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.Origin;
import io.github.psbench.data.SmallMarket;
import io.github.psbench.data.archive.MadeArchives;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataGetCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "market1501, https://zheng-lab.cecs.anu.edu.au/Project/project_reid.html, ICCV 2015, bounding_box_train/",
        "peta, http://mmlab.ie.cuhk.edu.hk/projects/PETA.html, ACM Multimedia 2014, TownCentre/archive/",
        "pa100k, https://github.com/xh-liu/HydraPlus-Net, ICCV 2017, release_data/release_data/",
    })
    void tellsWhereADataSetIsToBeHad(String dataset, String page, String paper, String layout) throws IOException {
        assertThat(get(dataset)).isZero();
        assertThat(out.toString())
                .contains(page, paper, layout, "terms", "layout below the data root, " + root())
                .contains("psbench data get " + dataset + " --archive FILE");
        assertThat(root()).doesNotExist();
        out.getBuffer().setLength(0);
        assertThat(get(dataset, "--format", "json")).isZero();
        JsonNode facts = new ObjectMapper().readTree(out.toString());
        assertThat(facts.get("where").asText()).contains(page);
        assertThat(facts.get("citation").asText()).contains(paper);
        assertThat(facts.get("terms").asText()).isNotEmpty();
        assertThat(facts.get("layout").asText()).contains(layout);
    }

    @Test
    void thereIsNothingToGetOfOnesOwn() throws IOException {
        assertThat(get("synthped")).isZero();
        assertThat(get("csv-folder")).isZero();
        assertThat(out.toString()).contains("drawn by psbench", "psbench data init DIR");
        assertThat(get("synthped", "--archive", zipOf("bounding_box_train"))).isEqualTo(2);
        assertThat(err.toString()).contains("synthped does not come in archives");
    }

    @Test
    void anUnknownNameIsAMisuse() {
        assertThat(get("markt1501")).isEqualTo(2);
        assertThat(err.toString()).contains("did you mean 'market1501'?");
    }

    @Test
    void unpacksMarketSoThatItCanBeRead() throws IOException {
        String archive = zipOf("bounding_box_train", "bounding_box_test", "query", "attribute");
        assertThat(get("market1501", "--archive", archive)).isZero();
        assertThat(out.toString())
                .contains(archive + ": 13 files")
                .contains(root().resolve("Market-1501-v15.09.15/query").toString())
                .contains("Nothing seems to be missing");
        Places places = new Places(root(), folder.resolve("cache"));
        assertThat(DatasetNames.read("market1501").load(places, Progress.SILENT).train())
                .hasSize(4);
        assertThat(get("market1501", "--archive", archive)).isEqualTo(2);
        assertThat(err.toString()).contains("market1501 is below " + root() + " already, so nothing was unpacked.");
    }

    @Test
    void saysWhatIsStillMissing() throws IOException {
        String pictures = zipOf("bounding_box_train", "bounding_box_test", "query");
        assertThat(get("market1501", "--format", "json", "--archive", pictures)).isZero();
        JsonNode facts = new ObjectMapper().readTree(out.toString());
        assertThat(facts.get("missing").asText()).contains("the annotation market_attribute.mat is missing");
        assertThat(facts.get("placed")).hasSize(1);
        assertThat(facts.get("placed").get(0).get("places")).hasSize(3);
        out.getBuffer().setLength(0);
        assertThat(get("market1501", "--archive", zipOf("attribute"))).isZero();
        assertThat(out.toString()).contains("Nothing seems to be missing");
    }

    @Test
    void aFailureTellsWhatWasPutInPlaceBefore() throws IOException {
        String pictures = zipOf("bounding_box_train", "bounding_box_test", "query");
        Path wrong = Files.writeString(folder.resolve("annotation.zip"), "<html>");
        assertThat(get("market1501", "--archive", pictures, "--archive", wrong.toString()))
                .isEqualTo(3);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("Put in place before: " + pictures + ".")
                .contains(wrong + " is a web page and no archive");
    }

    @Test
    void helpHasExamples() {
        assertThat(Psbench.run(new PrintWriter(out), new PrintWriter(err), "data", "get", "--help"))
                .isZero();
        assertThat(out.toString()).contains("Examples:", "--archive ~/Downloads/Market-1501-v15.09.15.zip");
    }

    @Test
    void theLayoutIsTheOneThatIsLookedFor() throws IOException {
        Places nowhere = new Places(root(), folder.resolve("cache"));
        assertThatThrownBy(() -> DatasetNames.read("market1501").load(nowhere, Progress.SILENT))
                .hasMessageContaining(Origin.MARKET1501.layout().indent(2));
        List<String> peta = Origin.PETA
                .layout()
                .lines()
                .map(String::strip)
                .filter(line -> line.contains("/archive/"))
                .map(line -> line.substring(0, line.indexOf(' ')) + "1.png")
                .toList();
        assertThat(peta).hasSize(10);
        assertThat(get(
                        "peta",
                        "--archive",
                        MadeArchives.zip(folder.resolve("PETA.zip"), peta).toString()))
                .isZero();
        assertThat(peta).allSatisfy(name -> assertThat(root().resolve("PETA").resolve(name))
                .exists());
    }

    private Path root() {
        return folder.resolve("data");
    }

    private int get(String... arguments) {
        List<String> all = new ArrayList<>(List.of("data", "get", "--data", root().toString()));
        all.addAll(List.of(arguments));
        return Psbench.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }

    /** A zip of some folders of a small Market-1501. */
    private String zipOf(String... parts) throws IOException {
        Path market = folder.resolve("made");
        if (!Files.exists(market)) {
            new SmallMarket(market).write();
        }
        Path zip = folder.resolve(String.join("-", parts) + ".zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(file);
                Stream<Path> all = Files.walk(market)) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                Path name = market.relativize(one);
                if (List.of(parts).contains(name.getName(0).toString())) {
                    entries.putNextEntry(new ZipEntry("Market/" + name));
                    Files.copy(one, entries);
                }
            }
        }
        return zip.toString();
    }
}
