package io.github.psbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.report.document.Document;
import io.github.psbench.report.document.Html;
import io.github.psbench.report.document.Latex;
import io.github.psbench.report.document.Markdown;
import io.github.psbench.report.document.Terminal;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.Tabled;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SingleSeedTest {
    private static final Set<Split> ALL = Set.of(Split.ALL);

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
        Document document = TableDocument.of(table);
        assertThat(Html.page(document) + Latex.of(document) + Terminal.of(document, 80))
                .contains("50.0")
                .doesNotContain("50.0 ±", "50.0 \\ensuremath{\\pm}");
        assertThat(Markdown.of(document).lines().filter(line -> line.startsWith("|")))
                .noneMatch(line -> line.contains("±"))
                .anyMatch(line -> line.contains("| 1 | 50.0 |"));
        assertThat(JsonTable.of(table)).contains("\"mean\" : 50.0").doesNotContain("\"sd\"", "\"interval\"");
    }
}
