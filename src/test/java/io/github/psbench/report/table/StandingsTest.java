package io.github.psbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.eval.Metric;
import io.github.psbench.report.document.Grid;
import io.github.psbench.report.statistics.Place;
import io.github.psbench.report.statistics.SeedValue;
import io.github.psbench.run.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingsTest {
    private static final Column RANK1 = new Column(Metric.RANK1, Split.ALL);

    @Test
    void placesGoByUnroundedMeansThatPrintAlike() {
        List<Standing> standings =
                standings(measured("a", 50.01, 50.03), measured("b", 50.02, 50.04), measured("c", 1, 2));
        assertThat(standings).extracting(Standing::place).containsExactly(Place.SECOND, Place.BEST, Place.OTHER);
    }

    @Test
    void rowsThatTieAreBothBestAndNoneIsSecond() {
        assertThat(standings(measured("a", 50, 51), measured("b", 51, 50), measured("c", 49, 50)))
                .extracting(Standing::place)
                .containsExactly(Place.BEST, Place.BEST, Place.OTHER);
    }

    @Test
    void measuredAndPublishedNumbersAreDifferentProtocols() {
        assertThat(standings(
                        published("p", 60, null), published("q", 61, null), measured("a", 50, 51), measured("b", 40)))
                .extracting(Standing::place)
                .containsExactly(Place.SECOND, Place.BEST, Place.BEST, Place.SECOND);
    }

    @Test
    void aSingleRowOfItsKindIsComparedWithNothing() {
        assertThat(standings(published("p", 60, null), measured("a", 50, 51), missing("b")))
                .extracting(Standing::place)
                .containsOnly(Place.OTHER);
    }

    @Test
    void publishedNumbersOfUnknownDefinitionAreNotCompared() {
        assertThat(standings(published("p", 60, "a"), published("q", 61, null)))
                .extracting(Standing::place)
                .containsOnly(Place.OTHER);
    }

    @Test
    void marksAreOnSeedsThatBothRowsHave() {
        List<Standing> standings = Objects.requireNonNull(Standings.of(
                        List.of(
                                measured("reference", 50, 51, 50.5),
                                measured("below", 40, 41.1, 40.4),
                                measured("above", 60, 61.1, 60.4, 99),
                                measured("alike", 50.5, 50.4, 51),
                                measured("one seed", 10)),
                        "reference")
                .get(RANK1));
        assertThat(standings).extracting(Standing::mark).containsExactly("", "↓", "↑", "", "");
        assertThat(standings.get(0).significance()).isNull();
        assertThat(standings.get(4).significance()).isNull();
        Significance above = Objects.requireNonNull(standings.get(2).significance());
        assertThat(above.differences()).hasSize(3);
        assertThat(above.corrected()).isGreaterThan(above.p());
    }

    @Test
    void withoutAReferenceThereAreNoMarks() {
        assertThat(standings(measured("a", 50, 51), measured("b", 10, 11)))
                .extracting(Standing::significance)
                .containsOnlyNulls();
    }

    @Test
    void cellsHaveKeysThatNoTwoShare() {
        Table.Section section =
                new Table.Section("a/b", List.of(measured("c%2F/d", 50), missing("e")), Map.of(), List.of(), List.of());
        assertThat(section.cell(0, RANK1))
                .isEqualTo(new Grid.Cell("50.0", Grid.Emphasis.NONE, "", "a%2Fb/c%252F%2Fd/rank1"));
        assertThat(section.cell(1, RANK1).key()).isEmpty();
    }

    private static List<Standing> standings(Row... rows) {
        return Objects.requireNonNull(Standings.of(List.of(rows), null).get(RANK1));
    }

    private static Row measured(String name, double... values) {
        List<SeedValue> seeds = new ArrayList<>();
        IntStream.range(0, values.length).forEach(seed -> seeds.add(new SeedValue(seed, values[seed])));
        return row(name, new Cell.Measured(seeds));
    }

    private static Row missing(String name) {
        return row(name, new Cell.Missing("pending"));
    }

    private static Row row(String name, Cell cell) {
        return new Row.FromTrials(
                name,
                "",
                null,
                Map.of(Split.ALL, Map.of(Metric.RANK1, cell)),
                new TrialCounts(Map.of(TrialState.DONE, 1)));
    }

    private static Row published(String name, double percent, @Nullable String mark) {
        return new Row.FromPaper(
                name,
                false,
                "standard",
                "",
                null,
                Map.of(Split.ALL, Map.of(Metric.RANK1, new Cell.PublishedNumber(percent, mark))));
    }
}
