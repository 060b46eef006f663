package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageCommandTest {
    @TempDir
    private Path folder;

    private Path experiment;

    /** What a command printed and returned. */
    private record Said(int code, String out, String err) {}

    @BeforeEach
    void anExperiment() throws IOException {
        Files.createDirectories(folder.resolve("results"));
        experiment = Files.writeString(folder.resolve("small.yaml"), """
                title: A test
                defaults: {protocol: paper, loss: {alignment: {scale: 12, margin: 0.2}, asmr: {lambda: 6}}}
                datasets: {market1501: {}}
                rows: {Ours: {}}
                """);
    }

    @Test
    void whatHasNoFinishedTrialIsNamedAndLeftOut() throws IOException {
        Said said =
                psbench(experiment.toString(), "--out", folder.resolve("out").toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("Left out: " + experiment + ": no trial is finished.")
                .contains("Written: " + folder.resolve("out/index.html"));
        assertThat(Files.readString(folder.resolve("out/index.html")))
                .contains("One experiment has nothing to show yet")
                .contains(experiment.toString());
    }

    @Test
    void withoutAnOutputFolderThePageLiesWithTheResults() {
        psbench(experiment.toString());
        assertThat(folder.resolve("results/report/index.html")).exists();
        assertThat(folder.resolve("results/figures")).doesNotExist();
    }

    @Test
    void aFileThatIsAskedForMustBeRight() throws IOException {
        Files.writeString(experiment, "title: A test\nrows: {Ours: {}}\n");
        Said said = psbench(experiment.toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("small.yaml:1:1").contains("datasets");
        assertThat(folder.resolve("results/report/index.html")).doesNotExist();
    }

    @Test
    void aStoreThatIsNotThereIsRefused() throws IOException {
        Files.delete(folder.resolve("results"));
        Said said = psbench(experiment.toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("There is no folder " + folder.resolve("results"));
        assertThat(folder.resolve("results")).doesNotExist();
    }

    private Said psbench(String... arguments) {
        List<String> all = new ArrayList<>(List.of("page"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--results",
                folder.resolve("results").toString(),
                "--data",
                folder.resolve("data").toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Psbench.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Said(code, out.toString(), err.toString());
    }
}
