package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryOptionTest {
    private static final String EXPERIMENT = """
            title: T
            defaults:
              protocol: paper
              input: {height: 32, width: 16}
              backbone: {name: resnet-slim, weights: none}
            datasets: {synthped: {}}
            rows: {Ours: {}}
            """;

    @TempDir
    private Path folder;

    @Test
    void anExperimentWithoutAFigureOfSearchesHasNoUseForIt() throws IOException {
        assertThat(mistake(EXPERIMENT, "gender=female"))
                .contains("--query: mine draws no searches")
                .contains("figures: [retrieval]");
    }

    @Test
    void whatTheDataSetDoesNotKnowIsToldBeforeAnythingIsRun() throws IOException {
        String said = mistake(EXPERIMENT + "figures: [retrieval]\n", "gender=female, uper-colour=red");
        assertThat(said).contains("there is no attribute 'uper-colour'; did you mean 'upper-colour'?");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void aQueryAsksForSomething() throws IOException {
        for (String empty : new String[] {"", " , "}) {
            assertThat(mistake(EXPERIMENT + "figures: [retrieval]\n", empty))
                    .contains("--query must name an attribute and its value at least, such as gender=female");
        }
    }

    private String mistake(String experiment, String query) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), experiment);
        StringWriter err = new StringWriter();
        int code = Psbench.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                "run",
                file.toString(),
                "--results",
                folder.resolve("results").toString(),
                "--query",
                query);
        assertThat(code).as(err.toString()).isEqualTo(2);
        return err.toString();
    }
}
