package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.DataSource;
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
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

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
        assertThat(getSmall("market1501", "--archive", archive)).isZero();
        assertThat(out.toString())
                .contains(archive + ": 13 files")
                .contains(root().resolve("Market-1501-v15.09.15/query").toString())
                .contains("To check every file of it: psbench data verify market1501");
        Places places = new Places(root(), folder.resolve("cache"));
        assertThat(DatasetNames.read("market1501").load(places, Progress.SILENT).train())
                .hasSize(4);
        assertThat(get("market1501", "--archive", archive)).isEqualTo(2);
        assertThat(err.toString()).contains("market1501 is below " + root() + " already, so nothing was unpacked.");
    }

    @Test
    void saysWhatIsStillMissing() throws IOException {
        String pictures = zipOf("bounding_box_train", "bounding_box_test", "query");
        assertThat(getSmall("market1501", "--format", "json", "--archive", pictures))
                .isZero();
        JsonNode facts = new ObjectMapper().readTree(out.toString());
        assertThat(facts.get("missing").asText()).contains("the annotation market_attribute.mat is missing");
        assertThat(facts.get("placed")).hasSize(1);
        assertThat(facts.get("placed").get(0).get("places")).hasSize(3);
        out.getBuffer().setLength(0);
        assertThat(getSmall("market1501", "--archive", zipOf("attribute"))).isZero();
        assertThat(out.toString()).contains("To check every file of it: psbench data verify market1501");
    }

    @Test
    void aFailureTellsWhatWasPutInPlaceBefore() throws IOException {
        String pictures = zipOf("bounding_box_train", "bounding_box_test", "query");
        Path wrong = Files.writeString(folder.resolve("annotation.zip"), "<html>");
        assertThatThrownBy(() -> getSmall("market1501", "--archive", pictures, "--archive", wrong.toString()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(wrong + " is a web page and no archive");
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("Put in place before: " + pictures + ".");
    }

    @Test
    void aFewPicturesAreNotTakenForMarket() throws IOException {
        String archive = zipOf("bounding_box_train", "bounding_box_test", "query", "attribute");
        assertThat(get("market1501", "--archive", archive)).isEqualTo(3);
        assertThat(err.toString())
                .contains("bounding_box_train/ holds 4 pictures instead of 12,936")
                .contains("Download it again");
        assertThat(root()).doesNotExist();
    }

    @Test
    void aPartOfPaIsTold() throws IOException {
        Path archive = MadeArchives.zip(folder.resolve("p.zip"), List.of("000001.jpg", "000002.jpg"));
        assertThat(get("pa100k", "--archive", archive.toString())).isZero();
        assertThat(out.toString()).contains("a part: release_data/release_data/ holds 2 of 100,000 pictures");
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
        assertThat(getSmall(
                        "peta",
                        "--archive",
                        MadeArchives.zip(folder.resolve("PETA.zip"), peta).toString()))
                .isZero();
        assertThat(peta).allSatisfy(name -> assertThat(root().resolve("PETA").resolve(name))
                .exists());
    }

    @Test
    void theLayoutAndTheNumbersThatArchivesAreCheckedByAgree() {
        for (Origin.Elsewhere origin : List.of(Origin.MARKET1501, Origin.PETA)) {
            Map<String, Integer> shown = origin.layout()
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.endsWith(" pictures"))
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf("/ ")),
                            line -> Integer.parseInt(line.replaceAll(".* ([0-9,]+) pictures", "$1")
                                    .replace(",", ""))));
            assertThat(origin.pictures()).isEqualTo(shown);
        }
    }

    private Path root() {
        return folder.resolve("data");
    }

    /** Takes small data sets for whole. */
    private int getSmall(String dataset, String... arguments) {
        DataSource source = DatasetNames.read(dataset);
        Origin.Elsewhere real = (Origin.Elsewhere) source.origin();
        Origin small = new Origin.Elsewhere(
                real.title(), real.where(), real.terms(), real.citation(), real.layout(), Map.of());
        List<String> all = new ArrayList<>(List.of(dataset));
        all.addAll(List.of(arguments));
        DataGetCommand command = new DataGetCommand();
        new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(all.toArray(String[]::new));
        return command.get(source, small, new Places(root(), folder.resolve("cache")), Progress.SILENT);
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
