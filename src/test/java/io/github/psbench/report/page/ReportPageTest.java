package io.github.psbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PersonImage;
import io.github.psbench.report.figure.EmbeddingMaps;
import io.github.psbench.run.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
    private static final Pattern CELL = Pattern.compile("data-cell=\"([^\"]*)\"");
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"data\">([^<]*)</script>");

    @TempDir
    private Path folder;

    private static JsonNode data(String html) throws IOException {
        Matcher found = DATA.matcher(html);
        assertThat(found.find()).as("a block of JSON without <").isTrue();
        return new ObjectMapper().readTree(found.group(1));
    }

    @Test
    void theSameRunsGiveTheSameBytes() throws IOException {
        SmallReport report = new SmallReport(folder);
        Path first = report.write(folder.resolve("first"));
        Path second = report.write(folder.resolve("second"));
        assertThat(first).hasFileName("index.html").hasSameBinaryContentAs(second);
    }

    @Test
    void everyButtonHasItsRuns() throws IOException {
        String html = new SmallReport(folder).html();
        JsonNode data = data(html);
        Set<String> keys = new HashSet<>();
        data.path("experiments").forEach(experiment -> experiment
                .path("rows")
                .forEach(row -> keys.add(row.path("key").asText())));
        Matcher cells = CELL.matcher(html);
        int count = 0;
        while (cells.find()) {
            String key = unescaped(cells.group(1));
            assertThat(keys).contains(key.substring(0, key.lastIndexOf('/') + 1));
            count++;
        }
        assertThat(count)
                .as("two and four rows, five metrics each, and the overview")
                .isGreaterThanOrEqualTo(30);
    }

    private static String unescaped(String attribute) {
        return attribute
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    @Test
    void aMapIsLeftOutWithANoteWhereAPictureCannotBeDecoded() throws IOException {
        SmallReport report = new SmallReport(folder);
        Exhibit shown = report.exhibits().stream()
                .filter(exhibit -> !exhibit.maps().isEmpty())
                .findFirst()
                .orElseThrow();
        PersonDataset sound = shown.maps().get(0).people();
        List<String> notes = new ArrayList<>();
        assertThat(maps(shown, report, sound, notes)).hasSize(1);
        assertThat(notes).isEmpty();
        List<PersonImage> gallery = new ArrayList<>(sound.gallery());
        gallery.set(1, new PersonImage("broken", gallery.get(1).category(), () -> {
            throw Failure.data("broken.jpg cannot be decoded.");
        }));
        PersonDataset broken = new PersonDataset(
                "people", sound.schema(), List.of(), gallery, new PersonDataset.Digests("", ""), null);
        assertThat(maps(shown, report, broken, notes)).isEmpty();
        assertThat(notes)
                .containsExactly("The map of synthped to move about in is left out: broken.jpg cannot be decoded.");
    }

    private static List<MappedDataset> maps(
            Exhibit exhibit, SmallReport report, PersonDataset people, List<String> notes) {
        return MappedDataset.of(
                exhibit.experiment(),
                exhibit.outcomes(),
                exhibit.figures(),
                new EmbeddingMaps(new RunStore(report.results())),
                spec -> people,
                Progress.SILENT,
                notes::add);
    }

    @Test
    void aRunTellsWhereItRanWithoutAnyFolderOfTheMachine() throws IOException {
        String html = new SmallReport(folder).html();
        JsonNode run = data(html).path("runs").iterator().next();
        assertThat(run.at("/environment/commit").asText()).isEqualTo("7ef197a8eddca3e3fee044cf23439880145dd08c");
        assertThat(run.at("/environment/libtorch").asText()).isEqualTo("2.7.1");
        assertThat(run.at("/scores/all/ties").asInt()).isEqualTo(2);
        assertThat(run.path("loss")).hasSize(4);
        assertThat(run.path("loss").get(1).get(1).asDouble())
                .isEqualTo(2.5 + run.path("loss").get(0).get(1).asDouble() - 5);
        assertThat(html).doesNotContain("/home/somebody");
    }

    @Test
    void namesThatLookLikeMarkupAreText() throws IOException {
        String html = new SmallReport(folder).html();
        assertThat(html)
                .doesNotContain(SmallReport.MARKUP)
                .doesNotContain(SmallReport.IMAGE)
                .doesNotContain("\u202E")
                .contains("&lt;script&gt;document.title=")
                .contains(SmallReport.LONG)
                .contains(SmallReport.LONGER);
        assertThat(html.split("<script", -1)).as("its own two").hasSize(3);
    }

    @Test
    void whatIsAbsentIsNamedWithItsReason() throws IOException {
        String html = Files.readString(new SmallReport(folder).write(folder.resolve("page")));
        assertThat(html).contains("&lt;img src=x").contains(SmallReport.ABSENT_REASON);
        assertThat(ReportPage.html(List.of(), List.of(), folder.resolve("nothing")))
                .contains("No trial is finished yet");
    }

    @Test
    void picturesOfRealPeopleComeWithTheTermsOfTheirDataSetAndAreKeptFromGit() throws IOException {
        SmallReport report = new SmallReport(folder);
        String html = Files.readString(report.write(folder.resolve("page")));
        assertThat(html)
                .contains("Pictures of real people are in this file")
                .contains("the pages ask to cite the papers")
                .contains("alt=\"Rank 2, score 0.500, relevant\"");
        assertThat(folder.resolve("page/.gitignore")).hasContent("*");
        String drawn = ReportPage.html(List.of(report.exhibits().get(0)), List.of(), report.results());
        assertThat(drawn)
                .doesNotContain("Pictures of real people are in this file")
                .contains("Learned weights");
    }

    @Test
    void aFigureIsTheSmallerOfItsTwoFilesWithWordsForThoseWhoDoNotSeeIt() throws IOException {
        SmallReport report = new SmallReport(folder);
        EmbeddedFigure figure =
                EmbeddedFigure.of(report.exhibits().get(0).figures().figures().get(0), null);
        long png = Files.size(folder.resolve("figures/plain-synthped.png"));
        long svg = Files.size(folder.resolve("figures/plain-synthped.svg"));
        assertThat(figure.picture()).startsWith(png <= svg ? "data:image/png;base64," : "data:image/svg+xml;base64,");
        assertThat(figure.words()).contains("Learned weights w on synthped").contains("hat: yes with 1.25");
        assertThat(figure.numbers()).startsWith("data:text/csv;charset=utf-8;base64,");
        assertThat(figure.width()).isPositive();
    }
}
