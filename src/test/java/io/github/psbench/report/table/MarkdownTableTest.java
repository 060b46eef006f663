package io.github.psbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.Tabled;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTableTest {
    private static final Set<Split> ALL = Set.of(Split.ALL);

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    a|b,                 a\\|b
                    a\\|b,               a\\\\\\|b
                    <script>&amp;,       &lt;script&gt;&amp;amp;
                    `x` *y* _z_ ~w~ $v$, \\`x\\` \\*y\\* \\_z\\_ \\~w\\~ \\$v\\$
                    [t](u) #1,           \\[t\\](u) \\#1
                    AAIPR (128),         AAIPR (128)
                    """)
    void markupIsTakenLiterally(String text, String escaped) {
        assertThat(MarkdownTable.escape(text)).isEqualTo(escaped);
    }

    @Test
    void everyLineOfATableHasTheSameColumnsWhateverTheNames() {
        Experiment experiment = ExampleExperiment.experiment();
        String markdown = MarkdownTable.of(Tabulation.of(experiment, ExampleExperiment.outcomes(experiment), ALL));
        List<String> tables = Arrays.stream(markdown.split("\n\n"))
                .filter(block -> block.startsWith("|"))
                .toList();
        assertThat(tables).hasSize(8).allSatisfy(table -> assertThat(
                        table.lines().map(line -> line.split("(?<!\\\\)\\|", -1).length))
                .hasSizeGreaterThan(2)
                .containsOnly(table.lines().findFirst().orElseThrow().split("(?<!\\\\)\\|", -1).length));
        assertThat(markdown).doesNotContain("<script>").doesNotContain("\u202E").doesNotContain("\u001B");
    }

    @Test
    void singleSeedsNeverHaveADeviation() {
        Experiment experiment = ExampleExperiment.experiment("quick", List.of(ExampleExperiment.OURS), null);
        Experiment single = new Experiment(
                experiment.name(),
                experiment.title(),
                experiment.profile(),
                List.of(),
                experiment.datasets(),
                experiment.rows(),
                List.of(0L),
                experiment.trials().stream().filter(spec -> spec.seed() == 0).toList(),
                experiment.metric(),
                List.of(),
                null,
                1,
                List.of(Tabled.SCORES),
                null,
                List.of(),
                experiment.retrieval(),
                experiment.tsne(),
                null);
        Table table = Tabulation.of(
                single,
                single.trials().stream()
                        .map(spec -> ExampleExperiment.done(spec, 50, 0))
                        .toList(),
                ALL);
        assertThat(MarkdownTable.of(table).lines().filter(line -> line.startsWith("|")))
                .noneMatch(line -> line.contains("±"))
                .anyMatch(line -> line.contains("| 1 | 50.0 |"));
        assertThat(JsonTable.of(table)).contains("\"mean\" : 50.0").doesNotContain("\"sd\"");
    }
}
