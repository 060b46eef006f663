package io.github.psbench.export.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
    private static final int ALL = Integer.MAX_VALUE;

    private final TrialTable table = SmallTable.usual();

    @Test
    void listsTrialsWithTheColumnsOfTheCondition() {
        Answer answer = ask("loss.asmr.lambda > 2 and seed = 0", List.of(), List.of());
        assertThat(answer.text())
                .containsExactly(
                        List.of("id", "experiment", "row", "dataset", "seed", "rank1", "map", "loss.asmr.lambda"),
                        List.of("a0", "table4", "Ours", "synthped", "0", "60.5", "66.1", "6"),
                        List.of("b0", "table4", "Ours, lambda = 2", "synthped", "0", "70.0", "40.0", "2.5"));
        assertThat(answer.footer("trials")).isEqualTo("2 of 6 trials");
        assertThat(answer.csv()).endsWith("\nb0,table4,\"Ours, lambda = 2\",synthped,0,70.0,40.0,2.5\n");
    }

    @Test
    void meanAndDeviationAreThoseOfStatisticsAndOneValueHasNone() {
        Answer answer = ask(null, List.of("map"), List.of("row"));
        assertThat(answer.text())
                .containsExactly(
                        List.of("row", "n", "map"),
                        List.of("Baseline", "1", "4.6"),
                        List.of("MA to CosFace", "1", "-"),
                        List.of("Ours", "3", "66.1 ± 0.3"),
                        List.of("Ours, lambda = 2", "1", "40.0"));
        JsonNode groups = SmallTable.json(answer.json()).path("groups");
        assertThat(groups.at("/0/map/sd").isNull()).as("not 0").isTrue();
        assertThat(groups.at("/1/map").isNull()).isTrue();
        assertThat(groups.at("/2/map/n").asInt()).isEqualTo(3);
        // By hand: the squares of 0, 0.3 and -0.3 are 0.18 together, and half of that is 0.3 squared.
        assertThat(groups.at("/2/map/sd").asDouble()).isCloseTo(0.3, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(answer.csv())
                .startsWith("row,n,map_n,map_mean,map_sd\nBaseline,1,1,4.625,\nMA to CosFace,1,0,,\nOurs,3,3,");
    }

    @Test
    void whereSomeTrialsHaveNoValueTheCellSaysHowManyHave() {
        Answer answer = ask(null, List.of("map"), List.of("loss.asmr"));
        assertThat(answer.text().get(2)).containsExactly("none", "2", "4.6 (n = 1)");
    }

    @Test
    void groupsGoByNumbersToo() {
        Answer answer = ask(null, List.of("rank1"), List.of("loss.asmr.lambda"));
        assertThat(answer.text().stream().map(line -> line.get(0)))
                .as("by size, and what is missing last")
                .containsExactly("loss.asmr.lambda", "2.5", "6", "-");
    }

    @Test
    void saysWhereTrialsOfAGroupDifferInMoreThanTheirSeed() {
        assertThat(ask(null, List.of(), List.of("row")).hints()).isEmpty();
        assertThat(ask(null, List.of(), List.of("loss.asmr")).hints())
                .containsExactly(
                        "Trials of one group differ in more than their seed: flip, loss.asmr.lambda. Add to --by, or to the"
                                + " condition, what is to be told apart.");
        assertThat(ask(null, List.of(), List.of("loss.asmr.lambda", "flip")).hints())
                .isEmpty();
    }

    @Test
    void saysWhereScoresAreOverDifferentQueries() {
        TrialTable mixed = new SmallTable()
                .with("{'id': 'a', 'queries': 30, 'gallery': 480, 'rank1': 83}", "{'validation': {'share': 0.2}}")
                .with("{'id': 'b', 'queries': 140, 'gallery': 1260, 'rank1': 60}", "{'validation': 'none'}")
                .with(
                        "{'id': 'c', 'dataset': 'peta', 'queries': 200, 'gallery': 1260, 'rank1': 50}",
                        "{'validation': 'none'}")
                .table();
        assertThat(hints(mixed, "rank1 >= 57", List.of()))
                .containsExactly(
                        "Scores are over different queries (30, 140) and gallery images (480, 1,260): these are not to be compared."
                                + " Add 'and validation is missing' to the condition.");
        assertThat(hints(mixed, null, List.of("experiment")))
                .satisfiesExactly(
                        hint -> assertThat(hint).endsWith(" Give the condition 'validation is missing'."),
                        hint -> assertThat(hint)
                                .startsWith(
                                        "Trials of one group differ in more than their seed: queries, gallery, validation, "
                                                + "validation.share, dataset."));
        assertThat(hints(mixed, null, List.of("validation", "dataset"))).isEmpty();
        assertThat(hints(mixed, "rank1 >= 57 and validation is missing", List.of()))
                .isEmpty();
        assertThat(hints(mixed, "validation is missing", List.of()))
                .as("other data sets have other queries")
                .isEmpty();
    }

    @Test
    void ofDifferentQueriesWithoutValidationTheNumberTellsThemApart() {
        TrialTable sizes = new SmallTable()
                .with("{'id': 'a', 'queries': 1400}", "{}")
                .with("{'id': 'b', 'queries': 140}", "{}")
                .table();
        assertThat(hints(sizes, null, List.of()))
                .containsExactly(
                        "Scores are over different queries (140, 1,400): these are not to be compared. Give the condition"
                                + " 'queries = 1400'.");
    }

    private static List<String> hints(TrialTable trials, @Nullable String condition, List<String> by) {
        return new Query(condition, List.of(), by, null, List.of(), ALL)
                .over(trials)
                .hints();
    }

    @Test
    void aPivotMakesColumnsOfValues() {
        Query query = new Query("row contains ours", List.of("rank1"), List.of("row"), "seed", List.of("-row"), ALL);
        Answer answer = query.over(table);
        assertThat(answer.text())
                .containsExactly(
                        List.of("row", "0", "1", "2"),
                        List.of("Ours, lambda = 2", "70.0", "-", "-"),
                        List.of("Ours", "60.5", "50.0", "58.0"));
        assertThat(answer.footer("trials")).isEqualTo("4 of 6 trials in 2 groups; a single trial in each cell");
        assertThat(answer.csv())
                .startsWith("row,rank1_n (seed = 0),rank1_mean (seed = 0),rank1_sd (seed = 0),rank1_n (seed = 1),");
        JsonNode cells = SmallTable.json(answer.json()).at("/groups/0/cells");
        assertThat(cells).hasSize(3);
        assertThat(cells.at("/0/rank1/mean").asDouble()).isEqualTo(70);
        assertThat(cells.at("/1/seed").asInt()).isEqualTo(1);
        assertThat(cells.at("/1/rank1").isNull()).isTrue();
    }

    @Test
    void aPivotOfSeveralNumbersNamesThemAndSaysHowManyTrialsThereAre() {
        Query query = new Query(null, List.of("rank1", "map"), List.of("dataset"), "row", List.of(), ALL);
        Answer answer = query.over(table);
        assertThat(answer.text().get(0)).contains("Ours rank1", "Ours map", "Ours, lambda = 2 rank1", "Baseline rank1");
        assertThat(answer.text().get(1)).contains("56.2 ± 5.5 (n = 3)", "9.3 (n = 1)");
    }

    @ParameterizedTest
    @CsvSource({
        "rank1, c0 a1 a2 a0 b0 d0",
        "-rank1, b0 a0 a2 a1 c0 d0",
        "-seed, a2 a1 a0 b0 c0 d0",
        "row, c0 d0 a0 a1 a2 b0"
    })
    void sortsWithWhatIsMissingLastAndWhatIsEqualAsItWas(String key, String ids) {
        Answer answer = new Query(null, List.of("id"), List.of(), null, List.of(key), ALL).over(table);
        assertThat(answer.text().stream().skip(1).flatMap(List::stream)).containsExactly(ids.split(" "));
    }

    @Test
    void sortsGroupsByTheirMeans() {
        Query query = new Query(null, List.of("rank1"), List.of("row"), null, List.of("-n", "-rank1"), 3);
        Answer answer = query.over(table);
        assertThat(answer.text().stream().skip(1).map(line -> line.get(0)))
                .containsExactly("Ours", "Ours, lambda = 2", "Baseline");
        assertThat(answer.footer("trials")).startsWith("6 trials in 4 groups, of which the first 3 are shown; mean ±");
    }

    @Test
    void textStaysTextAndNumbersStayNumbers() {
        TrialTable typed = new SmallTable()
                .with(
                        "{'id': 'a', 'row': '007'}",
                        "{'x': 1, 'y': 0.5, 'z': 'NA', 'list': [1, 2], 'b': true, 'mixed': 'true'}")
                .with("{'id': 'b', 'row': '1e3'}", "{'x': 2, 'y': 1, 'z': '', 'list': null, 'mixed': 3}")
                .table();
        assertThat(typed.columns())
                .contains(
                        new TrialColumn("row", ColumnType.TEXT, false),
                        new TrialColumn("x", ColumnType.WHOLE, true),
                        new TrialColumn("y", ColumnType.NUMBER, true),
                        new TrialColumn("b", ColumnType.TRUTH, true));
        List<String> all = List.of("row", "x", "y", "z", "list", "b", "mixed");
        assertThat(new Query(null, all, List.of(), null, List.of(), ALL)
                        .over(typed)
                        .csv())
                .isEqualTo("""
                row,x,y,z,list,b,mixed
                007,1,0.5,NA,"[1,2]",true,true
                1e3,2,1.0,,,,3
                """);
    }

    @Test
    void namesThatDifferByCaseAloneAreTwoColumnsAndTwoValues() {
        TrialTable cased = new SmallTable()
                .with("{'id': 'a', 'row': 'Ours', 'rank1': 1}", "{'Rank1': 5, 'x': 1, 'X': 2}")
                .with("{'id': 'b', 'row': 'ours', 'rank1': 2}", "{'Rank1': 6, 'x': 1, 'X': 2}")
                .table();
        assertThat(SmallTable.ids(cased, "Rank1 = 6 and rank1 = 2 and X = 2")).containsExactly("b");
        Query query = new Query(null, List.of("rank1"), List.of("X"), "row", List.of(), ALL);
        assertThat(query.over(cased).text()).containsExactly(List.of("X", "Ours", "ours"), List.of("2", "1.0", "2.0"));
    }

    @Test
    void whereOneLivesDoesNotMatter() {
        Query query = new Query("map >= 4.5", List.of("map", "rank1"), List.of("row"), null, List.of(), ALL);
        Answer answer = query.over(table);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(query.over(table).csv()).isEqualTo(answer.csv()).contains("4.625");
            assertThat(query.over(table).json()).isEqualTo(answer.json()).contains("4.625");
            assertThat(query.over(table).text()).isEqualTo(answer.text());
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(SmallTable.ids(table, "ROW IS MISSING OR SEED = 1".toLowerCase(Locale.ROOT)))
                    .containsExactly("a1");
            assertThat(SmallTable.ids(table, "row IS MISSING or row CONTAINS BASELINE"))
                    .containsExactly("c0");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void textFromDataIsNoFormulaAndNoColumnOfItsOwn() {
        TrialTable hostile = new SmallTable()
                .with("{'id': 'a', 'row': '=1+1, \\u0022x\\u0022', 'rank1': 1}", "{'=key': '@SUM(A1)'}")
                .table();
        Query query = new Query(null, List.of("row", "=key"), List.of(), null, List.of(), ALL);
        assertThat(query.over(hostile).csv()).isEqualTo("row,'=key\n\"'=1+1, \"\"x\"\"\",'@SUM(A1)\n");
        Query pivot = new Query(null, List.of("rank1"), List.of("id"), "row", List.of(), ALL);
        assertThat(SmallTable.json(pivot.over(hostile).json())
                        .at("/groups/0/cells/0/row")
                        .asText())
                .isEqualTo("=1+1, \"x\"");
    }

    @Test
    void listsColumnsWithWhatIsInThem() {
        Answer answer = new Query(null, List.of(), List.of(), null, List.of(), ALL).columns(table);
        assertThat(answer.text())
                .contains(
                        List.of("row", "text", "6", "Baseline, MA to CosFace, Ours, Ours, lambda = 2"),
                        List.of("id", "text", "6", "6 different"),
                        List.of("rank1", "number", "5", "9.3 to 70.0"),
                        List.of("rank1_seen", "number", "0", ""),
                        List.of("seed", "whole number", "6", "0, 1, 2"),
                        List.of("flip", "true or false", "5", "true"),
                        List.of("finished", "time", "0", ""),
                        List.of("loss.asmr", "text", "6", "given, none"),
                        List.of("loss.asmr.lambda", "number", "4", "2.5, 6"));
        assertThat(answer.csv()).contains("\nrank1,number,5,9.25 to 70.0\n");
        assertThat(answer.json()).contains("\"9.25 to 70.0\"");
    }

    @Test
    void nearMissesThatFindNothingAreExplained() {
        assertThat(ask("row = ours", List.of(), List.of()).hints())
                .containsExactly("No trial has row = ours; did you mean 'Ours'?");
        assertThat(ask("seed = 0 or rank1 = 60.4", List.of(), List.of()).hints())
                .containsExactly(
                        "No trial has rank1 = 60.4; what was measured is compared unrounded, so ask for what lies between two"
                                + " numbers.");
        assertThat(ask("state = partial", List.of(), List.of()).hints())
                .containsExactly("No trial has state = partial; unfinished trials are asked with --all.");
    }

    @Test
    void wrongOptionsAreNamed() {
        assertThatThrownBy(() -> ask(null, List.of("rank2"), List.of()))
                .hasMessage(
                        "--show: there is no column 'rank2'; did you mean 'rank1'? `psbench runs query --columns` lists the columns.");
        assertThatThrownBy(() -> ask(null, List.of(), List.of("loss")))
                .hasMessage("--by needs columns; 'loss' stands for the settings below it: loss.asmr.");
        assertThatThrownBy(() -> ask(null, List.of("experiment"), List.of("row")))
                .hasMessageContaining("--show names numbers to be averaged; experiment holds text");
        assertThatThrownBy(() -> ask(null, List.of("rank1", "rank1"), List.of("row")))
                .hasMessageContaining("'rank1' twice");
        assertThatThrownBy(() -> new Query(null, List.of(), List.of(), "seed", List.of(), ALL))
                .hasMessageContaining("--pivot needs --by");
        assertThatThrownBy(() -> new Query(null, List.of(), List.of(), null, List.of(), 0))
                .hasMessageContaining("--limit must be at least 1, got 0");
        assertThatThrownBy(
                        () -> new Query(null, List.of(), List.of("row"), null, List.of("-map_mean"), ALL).over(table))
                .hasMessage("--sort: groups are sorted by one of their columns: row, n, rank1, map; got 'map_mean'.");
    }

    @Test
    void anEmptyStoreHasColumnsAndNoTrials() {
        TrialTable empty = new SmallTable().table();
        Query query = new Query("rank1 > 5", List.of(), List.of("row"), "seed", List.of(), ALL);
        assertThat(query.over(empty).isEmpty()).isTrue();
        assertThat(query.over(empty).json()).contains("\"groups\" : [ ]");
        assertThat(query.columns(empty).text()).contains(List.of("map", "number", "0", ""));
    }

    private Answer ask(@Nullable String condition, List<String> show, List<String> by) {
        return new Query(condition, show, by, null, List.of(), ALL).over(table);
    }
}
