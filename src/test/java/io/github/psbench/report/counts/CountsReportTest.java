package io.github.psbench.report.counts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.data.DatasetCounts;
import io.github.psbench.spec.PublishedCounts;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountsReportTest {
    private static final CountsTable TABLE = new CountsTable(
            "A paper",
            List.of(new CountsTable.Row(
                    "=1+1,\"x\"|<b>",
                    new PublishedCounts.Counts(5, 4, 3, 100, 50, "Odd *numbers*."),
                    new DatasetCounts(5, 2, 3, OptionalInt.empty(), OptionalInt.of(50), "not found"),
                    null)));

    @TempDir
    private Path folder;

    @Test
    void namesStayTextInEveryFormat() {
        List<Path> files = CountsReport.write(TABLE, "counts", folder);
        assertThat(files.get(0))
                .content()
                .contains("| =1+1,\"x\"\\|&lt;b&gt; | train categories | 5 | 5 | reproduced |", "Odd \\*numbers\\*.");
        assertThat(files.get(1)).content().contains("=1+1,''x''\\textbar{}\\textless{}b\\textgreater{}");
        assertThat(files.get(2))
                .content()
                .contains("=1+1,&quot;x&quot;|&lt;b&gt;")
                .doesNotContain("<b>");
        assertThat(files.get(3)).content().startsWith("""
                        dataset,count,published,measured,verdict
                        "'=1+1,""x""|<b>",train categories,5,5,reproduced
                        """);
        assertThat(files.get(4)).content().contains("\"=1+1,\\\"x\\\"|<b>\"");
    }

    @Test
    void everyVerdictIsTold() {
        assertThat(CountsReport.text(TABLE, 80))
                .containsPattern("test categories +4 +2 +not reproduced")
                .containsPattern("unseen categories +3 +3 +reproduced")
                .containsPattern("train images +100 +– +images not found");
    }
}
