package io.github.psbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.eval.Metric;
import io.github.psbench.report.text.Decimals;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    private static final Set<Split> ALL = Set.of(Split.ALL);

    @Test
    void everyRawValueReadsBack() throws IOException {
        Experiment experiment = ExampleExperiment.experiment();
        List<TrialOutcome> outcomes = ExampleExperiment.outcomes(experiment);
        List<CSVRecord> measured = parse(CsvTable.of(Tabulation.of(experiment, outcomes, ALL))).stream()
                .filter(line -> line.get("source").equals("measured"))
                .toList();
        assertThat(measured).hasSameSizeAs(outcomes);
        for (int i = 0; i < outcomes.size(); i++) {
            TrialOutcome outcome = outcomes.get(i);
            CSVRecord line = measured.get(i);
            assertThat(line.get("state")).isEqualTo(TrialCounts.word(outcome.state()));
            assertThat(line.get("seed")).isEqualTo(String.valueOf(outcome.spec().seed()));
            for (Metric metric : Metric.values()) {
                assertThat(line.get(metric.key()))
                        .isEqualTo(
                                outcome.result() == null
                                        ? ""
                                        : Decimals.exact(
                                                metric.of(outcome.result().scores())));
            }
        }
        assertThat(Double.parseDouble(measured.get(3).get("rank1"))).isEqualTo(100.0 / 3);
    }

    @Test
    void publishedNumbersSayWhichPrecisionTheyAre() throws IOException {
        assertThat(publishedRow("trapezoid", "map")).isEmpty();
        assertThat(publishedRow("trapezoid", "mapTrapezoid")).isEqualTo("8.9");
        assertThat(publishedRow("standard", "averagePrecision")).isEqualTo("standard");
        assertThat(publishedRow("unknown", "map")).isEqualTo("8.9");
        assertThat(publishedRow("unknown", "averagePrecision")).isEqualTo("unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", " =1+1", "＝1+1"})
    void namesNeverBecomeFormulas(String name) throws IOException {
        Experiment experiment = ExampleExperiment.experiment("quick", List.of(name), null);
        Table table = Tabulation.of(experiment, ExampleExperiment.outcomes(experiment), ALL);
        assertThat(parse(CsvTable.of(table)))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.get("row")).startsWith("'").endsWith(PlainText.of(name)));
    }

    private static String publishedRow(String averagePrecision, String column) throws IOException {
        Experiment experiment = ExampleExperiment.experiment("compact", averagePrecision);
        CSVRecord first = parse(CsvTable.of(Tabulation.of(experiment, ExampleExperiment.outcomes(experiment), ALL)))
                .get(0);
        assertThat(first.get("source")).isEqualTo("published");
        return first.get(column);
    }

    private static List<CSVRecord> parse(String csv) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = format.parse(new StringReader(csv))) {
            List<CSVRecord> lines = parser.getRecords();
            assertThat(lines).allMatch(CSVRecord::isConsistent);
            return lines;
        }
    }
}
