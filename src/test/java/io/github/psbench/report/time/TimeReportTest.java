package io.github.psbench.report.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.base.Failure;
import io.github.psbench.report.document.Document;
import io.github.psbench.report.document.Grid;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers are worked out by hand. */
class TimeReportTest {
    private static final String HOSTILE = "=Evil|<script>alert(1)</script> **bold** \u202Efdp.exe";

    @TempDir
    private Path folder;

    private TimedStore store;

    @BeforeEach
    void begin() throws IOException {
        store = new TimedStore(folder);
    }

    /** 600 steps of 0.1 and of 0.2 s are 1 and 2 minutes; 300 of 0.04 and of 0.08 s of pretraining 0.2 and 0.4; 64 images a step. */
    @Test
    void minutesAreTheMedianStepTimesTheStepsWithMeanAndDeviationOverSeeds() throws IOException {
        store.finish(TimedStore.OURS, 0, 0.1, 0.04);
        store.finish(TimedStore.OURS, 1, 0.2, 0.08);

        assertThat(line(1, "Ours (1 pending)"))
                .containsExactly(
                        "Ours (1 pending)",
                        "2",
                        "1.50 ± 0.71",
                        "0.30 ± 0.14",
                        "–",
                        "150.0 ± 70.7",
                        "480.0 ± 226.3",
                        "18");
        assertThat(line(2, "Ours: pretraining"))
                .containsExactly("Ours: pretraining", "unknown", "float32", "unknown", "unknown", "64", "300", "290");
        assertThat(line(2, "Ours: training"))
                .containsExactly("Ours: training", "AMD EPYC", "float32", "1", "1", "64", "600", "590");
        assertThat(line(0, "Ours (1 pending)"))
                .containsExactly("Ours (1 pending)", "2", "1.50 ± 0.71", "18", "27", "110");
    }

    @Test
    void oneSeedHasNoSpread() throws IOException {
        store.finish(TimedStore.OURS, 0, 0.1, 0.04);

        assertThat(line(1, "Ours (2 pending)")).containsSequence("1", "1.00", "0.20", "–", "100.0", "640.0", "18");
        assertThat(grids()).doesNotContain("±");
        JsonNode training = row("Ours").path("training");
        assertThat(training.path("n").intValue()).isEqualTo(1);
        assertThat(training.has("sd")).isFalse();
    }

    @Test
    void rowsThatPsbenchDoesNotHaveSaySoBesideWhatThePaperPrints() throws IOException {
        store.finish(TimedStore.OURS, 0, 0.1, 0.04);

        assertThat(line(1, "SAL")).containsExactly("SAL", "–", "not implemented yet", "–", "–", "–", "–", "211");
        assertThat(line(1, "Ours, with validation (3 pending)"))
                .contains("pending")
                .endsWith("–");
        assertThat(bullets())
                .anySatisfy(note -> assertThat(note).contains("Not comparable").contains("another"));
        assertThat(bullets())
                .anySatisfy(note -> assertThat(note).contains("Published, Ours").contains("Titan Xp"));
    }

    /** 95 % of 60 is 57: epoch 2 of 4 is the first at it, so half of a minute. 95 % of 40 is 38, which only the last of 4 epochs reaches. */
    @Test
    void theTargetIsTheFirstEpochNearTheFinalValidationScore() throws IOException {
        store.finish(TimedStore.VALIDATED, 0, 0.1, 0.04);
        store.validated(0, 30, 57, 56, 60);
        store.finish(TimedStore.VALIDATED, 1, 0.1, 0.04);
        store.validated(1, 10, 20, 37.9, 40);

        assertThat(line(1, "Ours, with validation (1 pending)"))
                .containsSequence("1.00 ± 0.00", "0.20 ± 0.00", "0.75 ± 0.35");
        assertThat(bullets()).anySatisfy(note -> assertThat(note)
                .contains("after epoch 2, 4 of 4 (seed 0, 1)")
                .contains("took 0.50 s"));
    }

    @Test
    void aScoreThatIsNoneOrIsNotThereHasNoTarget() throws IOException {
        store.finish(TimedStore.VALIDATED, 0, 0.1, 0.04);
        store.validated(0, 0, 0, 0, 0);
        store.finish(TimedStore.VALIDATED, 1, 0.1, 0.04);
        store.validated(1, 30, 57);
        store.finish(TimedStore.VALIDATED, 2, 0.1, 0.04);

        assertThat(line(1, "Ours, with validation").get(4)).isEqualTo("–");
    }

    @Test
    void wholeTimesAreMarkedAndAreLeftOutWhereOthersAreMeasured() throws IOException {
        store.finishWhole(TimedStore.OURS, 0, 90);
        assertThat(line(1, "Ours (2 pending)"))
                .containsSequence("1", "1.50*", "0.50*", "–", "not measured", "not measured");
        assertThat(bullets()).anySatisfy(note -> assertThat(note).startsWith("* is the whole time, warm-up included"));
        assertThat(line(2, "Ours: training")).endsWith("–", "–");
        assertThat(bullets()).anySatisfy(note -> assertThat(note).startsWith("Unknown:"));
        assertThat(row("Ours").path("training").path("warmUpIncluded").booleanValue())
                .isTrue();

        store.finish(TimedStore.OURS, 1, 0.2, 0.08);
        assertThat(line(1, "Ours (1 pending)")).containsSequence("2", "2.00", "0.40");
        assertThat(bullets())
                .anySatisfy(note -> assertThat(note).startsWith("Left out: of Ours, 1 of 2 finished trials"))
                .noneSatisfy(note -> assertThat(note).startsWith("* is"));
    }

    @Test
    void mixedDevicesThreadsAndCompanyAreTold() throws IOException {
        store.finish(TimedStore.OURS, 0, 0.1, 0.04);
        store.finish(TimedStore.OURS, 1, 0.1, 0.04);
        assertThat(bullets())
                .noneSatisfy(note -> assertThat(note).containsAnyOf("Mixed", "Disturbed", "Side by side", "Unknown"));
        store.machine(TimedStore.OURS, 1, "Intel Xeon", 4, 2);

        assertThat(line(2, "Ours: training")).containsSequence("AMD EPYC; Intel Xeon", "float32", "1; 4", "1; 2");
        assertThat(bullets())
                .anySatisfy(note -> assertThat(note).startsWith("Mixed: the trials of Ours"))
                .anySatisfy(note -> assertThat(note).startsWith("Side by side"));
    }

    @Test
    void otherWorkOnTheMachineIsTold() throws IOException {
        store.finish(TimedStore.OURS, 0, 0.1, 0.04);
        assertThat(bullets()).noneSatisfy(note -> assertThat(note).startsWith("Disturbed"));
        store.disturb(TimedStore.OURS, 0, 0.316);

        assertThat(bullets())
                .anySatisfy(note -> assertThat(note).startsWith("Disturbed").contains("got 32 % of one processor"));
    }

    @Test
    void theCsvFileHasALineForEachPublishedNumberAndEachTrial() throws IOException {
        store.finish(TimedStore.OURS, 0, 0.1, 0.04);
        store.finish(TimedStore.VALIDATED, 0, 0.1, 0.04);
        store.validated(0, 30, 57, 56, 60);
        List<CSVRecord> lines = csv(TimeCsv.of(store.table()));

        assertThat(lines).hasSize(6 + 6);
        CSVRecord trial = lines.stream()
                .filter(line -> line.get("row").equals(TimedStore.VALIDATED)
                        && line.get("seed").equals("0"))
                .findFirst()
                .orElseThrow();
        assertThat(trial.get("dataset")).isEqualTo("market1501");
        assertThat(trial.get("trainingMinutes")).isEqualTo("1.0");
        assertThat(trial.get("trainingWarmUp")).isEqualTo("excluded");
        assertThat(trial.get("trainingSeconds")).isEqualTo("999.0");
        assertThat(trial.get("targetEpoch")).isEqualTo("2");
        assertThat(trial.get("targetMinutes")).isEqualTo("0.5");
        assertThat(trial.get("trainingStepLowerQuartileSeconds")).isEqualTo("0.05");
        assertThat(trial.get("trainingDevice")).isEqualTo("AMD EPYC");
        assertThat(trial.get("trainingTrialsAtOnce")).isEqualTo("1");
        assertThat(trial.get("pretrainingSteps")).isEqualTo("300");
        assertThat(trial.get("pretrainingDevice")).isEmpty();
        assertThat(lines)
                .filteredOn(line -> line.get("source").equals("published"))
                .extracting(line -> line.get("publishedMinutes"))
                .containsExactly("211.0", "18.0", "202.0", "27.0", "957.0", "110.0");
    }

    @Test
    void namesAndReasonsMayHoldAnything() throws IOException {
        Path other = Files.createDirectories(folder.resolve("hostile"));
        String name = "\"=Evil|<script>alert(1)</script> **bold** \\u202Efdp.exe\"";
        store = new TimedStore(other, name + ": {}\n  Ours: {}");
        store.finish(HOSTILE, 0, 0.1, 0.04);
        store.fail("Ours", 1, "<script> | \u001B[31m of\nseveral lines");
        List<Path> files = store.report().write(other, "times");

        assertThat(csv(Files.readString(other.resolve("times.csv"))))
                .anySatisfy(line -> assertThat(line.get("row")).startsWith("'=Evil|<script>"));
        assertThat(new ObjectMapper()
                        .readTree(Files.readString(other.resolve("times.json")))
                        .path("trials"))
                .anySatisfy(trial -> assertThat(trial.path("row").textValue()).isEqualTo(HOSTILE))
                .anySatisfy(trial -> assertThat(trial.path("reason").textValue())
                        .isEqualTo("<script> | \u001B[31m of\nseveral lines"));
        assertThat(files)
                .filteredOn(file -> !file.toString().endsWith(".json"))
                .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("\u202E", "\u001B"));
        assertThat(Files.readString(other.resolve("times.md"))).doesNotContain("<script>");
        assertThat(Files.readString(other.resolve("times.html"))).doesNotContain("<script>");
        assertThat(store.report().text(80)).doesNotContain("\u202E", "\u001B");
    }

    @Test
    void theSameTimesGiveTheSameBytes() throws IOException {
        store.finish(TimedStore.OURS, 0, 0.1, 0.04);
        List<Path> first = store.report().write(folder.resolve("first"), "table3");
        List<Path> second = store.report().write(folder.resolve("second"), "table3");

        assertThat(first).hasSameSizeAs(second).hasSizeGreaterThanOrEqualTo(3);
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i)).hasSameBinaryContentAs(first.get(i));
        }
    }

    @Test
    void damagedTimesAreAnErrorThatNamesTheFile() throws IOException {
        store.finishWhole(TimedStore.OURS, 0, Double.NaN);

        assertThatThrownBy(store::table).isInstanceOf(Failure.class).hasMessageContaining("times.json is damaged");
    }

    private static List<CSVRecord> csv(String text) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }

    /** The line of a grid that begins so. */
    private List<String> line(int grid, String... beginning) {
        return store.report().document().grids().toList().get(grid).plain().stream()
                .filter(line -> line.subList(0, beginning.length).equals(List.of(beginning)))
                .findFirst()
                .orElseThrow();
    }

    private String grids() {
        return store.report()
                .document()
                .grids()
                .flatMap(Grid::all)
                .map(line -> String.join(" | ", line))
                .collect(Collectors.joining("\n"));
    }

    private List<String> bullets() {
        return store.report().document().blocks().stream()
                .filter(Document.Bullets.class::isInstance)
                .flatMap(block -> ((Document.Bullets) block).items().stream())
                .toList();
    }

    private JsonNode row(String name) throws IOException {
        for (JsonNode row : new ObjectMapper()
                .readTree(store.report().json())
                .path("datasets")
                .path(0)
                .path("rows")) {
            if (row.path("name").textValue().equals(name)) {
                return row;
            }
        }
        throw new AssertionError("no row " + name);
    }
}
