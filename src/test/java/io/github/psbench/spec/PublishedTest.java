package io.github.psbench.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.psbench.data.DataSource;
import io.github.psbench.data.Encoding;
import io.github.psbench.data.Market1501;
import io.github.psbench.data.Pa100k;
import io.github.psbench.data.Peta;
import io.github.psbench.data.SynthPed;
import io.github.psbench.loss.MarginAlignment;
import io.github.psbench.model.ImagenetWeights;
import io.github.psbench.model.MobileNetV2;
import io.github.psbench.model.ResNet50;
import io.github.psbench.model.ResNetSlim;
import io.github.psbench.settings.SettingsReader;
import io.github.psbench.train.Recipe;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files in experiments/. */
class PublishedTest {
    private static final Path TABLE_2 = Path.of("experiments/table2.yaml");

    private static Experiment table2(String profile) {
        return Experiment.read(TABLE_2, new Choices(profile, List.of(), List.of(), List.of(), List.of()));
    }

    private static Published published() {
        return Objects.requireNonNull(Experiment.read(TABLE_2, Choices.NONE).published());
    }

    @Test
    void table2IsQuickUnlessAskedOtherwise() {
        Experiment experiment = Experiment.read(TABLE_2, Choices.NONE);

        assertThat(experiment.name()).isEqualTo("table2");
        assertThat(experiment.profile()).isEqualTo("quick");
        assertThat(experiment.datasets()).containsExactly("synthped");
        assertThat(experiment.rows()).containsExactly("Ours");
        assertThat(experiment.seeds()).containsExactly(0L, 1L, 2L);
        assertThat(experiment.trials()).hasSize(3).allSatisfy(trial -> {
            assertThat(trial.data()).isInstanceOf(SynthPed.class);
            assertThat(trial.recipe().backbone()).isEqualTo(new ResNetSlim(null, 1));
        });
    }

    @Test
    void table2HasThePapersSettings() {
        Map<DataSource, MarginAlignment> losses = Map.of(
                new Peta(Peta.Split.ASMR, Encoding.BITS), new MarginAlignment(32, 0.1),
                new Market1501(Encoding.PATTERNS, Market1501.Labels.CATEGORY), new MarginAlignment(12, 0.2),
                new Pa100k(Encoding.BITS, false), new MarginAlignment(48, 0.1));
        Map<String, Double> lambdas = Map.of("peta", 4.0, "market1501", 6.0, "pa100k", 5.0);
        for (String profile : List.of("compact", "paper")) {
            Experiment experiment = table2(profile);

            assertThat(experiment.datasets()).containsExactly("peta", "market1501", "pa100k");
            assertThat(experiment.trials()).hasSize(9).allSatisfy(trial -> {
                Recipe recipe = trial.recipe();
                assertThat(recipe.loss().alignment()).isEqualTo(losses.get(trial.data()));
                assertThat(Objects.requireNonNull(recipe.loss().asmr()).lambda())
                        .isEqualTo(lambdas.get(trial.dataset()));
                assertThat(recipe.training().epochs()).isEqualTo(10);
            });
        }
        assertThat(table2("compact").trials().get(0).recipe().backbone())
                .isEqualTo(new MobileNetV2(new ImagenetWeights()));
        assertThat(table2("paper").trials().get(0).recipe().backbone())
                .isEqualTo(new ResNet50(new ImagenetWeights(), 1));
    }

    @Test
    void theTableSaysWhereItComesFrom() {
        Published published = published();

        assertThat(published.paper()).isEqualTo("asmr-iccv2021");
        assertThat(published.table()).isEqualTo("table2");
        assertThat(published.title())
                .isEqualTo(
                        "ASMR: Learning Attribute-Based Person Search with Adaptive Semantic Margin Regularizer (ICCV 2021)");
        assertThat(published.rows()).hasSize(9).filteredOn(Published.Row::ours).hasSize(1);
        assertThat(published.rows())
                .allSatisfy(row -> assertThat(row.protocol()).isNotBlank().doesNotContain("\n"));
    }

    @Test
    void everyRowSaysItsOwnAveragePrecision() {
        assertThat(published().rows())
                .filteredOn(row -> !row.averagePrecision().equals("unknown"))
                .extracting(Published.Row::name, Published.Row::averagePrecision)
                .containsExactly(tuple("SAL (128)", "standard"), tuple("ASMR (128)", "trapezoid"));
    }

    @Test
    void dataSetsStandInThePapersOrder() {
        assertThat(published().rows())
                .filteredOn(Published.Row::ours)
                .singleElement()
                .satisfies(row -> assertThat(row.scores().keySet()).containsExactly("peta", "market1501", "pa100k"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DeepMAR                      | 17.8/25.6/31.1/12.7 | 13.2/24.9/32.9/8.9  | -
                    DCCAE                        | 14.2/22.1/30.0/14.5 | 8.1/24.0/34.6/9.7   | 21.2/39.7/48.0/15.6
                    2WayNet                      | 23.7/38.5/41.9/15.4 | 11.3/24.4/31.5/7.8  | 19.5/26.6/34.5/10.6
                    CMCE                         | 31.7/39.2/48.4/26.2 | 35.0/51.0/56.5/22.8 | 25.8/34.9/45.4/13.1
                    AAIPR (128)                  | 39.0/53.6/62.2/27.9 | 40.3/49.2/58.6/20.7 | -
                    AIHM (3K)                    | -                   | 43.3/56.7/64.5/24.3 | 31.3/45.1/51.0/17.0
                    SAL (128)                    | 47.0/66.5/74.0/41.2 | 49.0/68.6/77.5/29.8 | -
                    SAL (128), run by ASMR's authors | 39.0/61.5/70.0/37.2 | 44.4/65.7/72.5/29.4 | 22.7/36.5/41.6/15.0
                    ASMR (128)                   | 56.5/80.0/83.5/50.2 | 49.6/64.9/72.5/31.0 | 31.9/49.1/58.2/20.6
                    """, quoteCharacter = '"')
    void everyNumberIsAsPrinted(String name, String peta, String market, String pa100k) {
        Map<String, Map<String, Double>> printed = new LinkedHashMap<>();
        put(printed, "peta", peta);
        put(printed, "market1501", market);
        put(printed, "pa100k", pa100k);

        assertThat(published().rows())
                .filteredOn(row -> row.name().equals(name))
                .singleElement()
                .extracting(Published.Row::scores)
                .isEqualTo(printed);
    }

    private static void put(Map<String, Map<String, Double>> printed, String dataset, String scores) {
        if (!scores.equals("-")) {
            String[] parts = scores.split("/", -1);
            printed.put(
                    dataset,
                    Map.of(
                            "rank1", Double.valueOf(parts[0]),
                            "rank5", Double.valueOf(parts[1]),
                            "rank10", Double.valueOf(parts[2]),
                            "map", Double.valueOf(parts[3])));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    table4 | Baseline               | 46.5 | 30.4 | 26.0
                    table4 | Baseline + pretraining | 48.5 | 44.8 | 28.9
                    table4 | MA to Proxy Anchor     | 48.0 | 41.1 | 27.4
                    table4 | MA to Proxy-NCA        | 52.0 | 43.8 | 29.7
                    table4 | MA to CosFace          | 50.5 | 45.3 | 24.9
                    table4 | MA to SphereFace       | 52.5 | 45.0 | 23.8
                    table4 | Ours                   | 56.5 | 49.6 | 31.9
                    table5 | Without delta          | 52.0 | 46.1 | 30.3
                    table5 | Uniform w              | 52.5 | 46.5 | 29.8
                    table5 | l2-normalised w        | 52.0 | 46.3 | 30.1
                    table5 | Ours                   | 56.5 | 49.6 | 31.9
                    """)
    void theAblationsPrintRankOneOnly(String table, String name, double peta, double market, double pa100k) {
        assertThat(rows(table))
                .filteredOn(row -> row.name().equals(name))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.ours()).isEqualTo(name.equals("Ours"));
                    assertThat(row.scores())
                            .isEqualTo(Map.of(
                                    "peta", onlyRank1(peta),
                                    "market1501", onlyRank1(market),
                                    "pa100k", onlyRank1(pa100k)));
                    assertThat(row.scores().keySet()).containsExactly("peta", "market1501", "pa100k");
                });
    }

    @Test
    void theAblationsSayWhatThePaperLeavesOpen() {
        assertThat(rows("table4")).hasSize(7);
        assertThat(rows("table5")).hasSize(4);
        assertThat(rows("table4"))
                .filteredOn(row -> row.name().startsWith("MA to"))
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.protocol()).contains("not stated"));
        assertThat(rows("table5"))
                .filteredOn(row -> row.name().equals("Uniform w"))
                .singleElement()
                .satisfies(row -> assertThat(row.protocol()).contains("constant is not stated"));
    }

    @Test
    void table3HasMinutesAndSaysWhatIsNotKnownOfThem() {
        assertThat(rows("table3"))
                .extracting(PaperFile.Row::name, PaperFile.Row::ours, PaperFile.Row::minutes)
                .containsExactly(
                        tuple("SAL", false, Map.of("peta", 202.0, "market1501", 211.0, "pa100k", 957.0)),
                        tuple("Ours", true, Map.of("peta", 27.0, "market1501", 18.0, "pa100k", 110.0)));
        assertThat(rows("table3"))
                .allSatisfy(row -> assertThat(row.protocol()).contains("not stated"))
                .allSatisfy(row -> assertThat(row.scores()).isEmpty());
    }

    @Test
    void table3SharesTheTrialsOfTable2() {
        for (String profile : List.of("quick", "compact", "paper")) {
            Experiment times = Experiment.read(
                    Path.of("experiments/table3.yaml"),
                    new Choices(profile, List.of(), List.of(), List.of(), List.of()));

            assertThat(times.tables()).containsExactly(Tabled.TIME);
            assertThat(times.trials())
                    .filteredOn(trial -> trial.row().equals("Ours"))
                    .isEqualTo(table2(profile).trials());
            assertThat(times.trials())
                    .filteredOn(trial -> trial.row().equals("Ours, with validation"))
                    .hasSameSizeAs(table2(profile).trials())
                    .allSatisfy(trial -> assertThat(
                                    Objects.requireNonNull(trial.recipe().validation())
                                            .share())
                            .isEqualTo(0.2));
        }
    }

    private static List<PaperFile.Row> rows(String table) {
        return Objects.requireNonNull(paper().tables().get(table)).rows();
    }

    private static PaperFile.Scores onlyRank1(double percent) {
        return new PaperFile.Scores(percent, null, null, null);
    }

    private static PaperFile paper() {
        return SettingsReader.read(Path.of("experiments/papers/asmr-iccv2021.yaml"), PaperFile.class);
    }

    @Test
    void theSizesOfTheDataSetsAreThoseOfTable1() {
        assertThat(paper().counts())
                .containsEntry("peta", new PaperFile.Counts(1890, 200, 200, 12140, 1181, null))
                .containsEntry("market1501", new PaperFile.Counts(508, 484, 315, 12936, 16483, null))
                .hasEntrySatisfying("pa100k", counts -> {
                    assertThat(counts).isEqualTo(new PaperFile.Counts(500, 814, 168, 80000, 10000, counts.note()));
                    assertThat(counts.note()).contains("contradict each other");
                })
                .hasSize(3);
    }
}
