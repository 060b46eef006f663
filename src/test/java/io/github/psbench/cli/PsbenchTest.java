package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PsbenchTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpListsEveryCommandWithALineAndTheExitCodes() {
        assertThat(run("--help")).isZero();
        for (String command :
                List.of("plan", "run", "report", "runs", "search", "data", "loss", "score", "bench", "doctor")) {
            assertThat(out.toString()).containsPattern("(?m)^  " + command + " +[A-Z]");
        }
        assertThat(out.toString()).contains("Examples:", "4     out of memory, disk or device");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void everyCommandHasHelp() {
        for (String command :
                List.of("plan", "run", "report", "runs", "search", "data", "loss", "score", "bench", "doctor")) {
            assertThat(run(command, "--help")).as(command).isZero();
            assertThat(out.toString()).as(command).contains("Usage: psbench " + command, "--debug", "--version");
            out.getBuffer().setLength(0);
        }
    }

    @Test
    void versionsAreToldWithoutLoadingTheEngine() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("psbench ", "libtorch 2.7.1 through DJL 0.35.1", "Java ");
    }

    @Test
    void aMistypedCommandIsAnsweredWithTheOneThatWasMeant() {
        assertThat(run("doctr")).isEqualTo(2);
        assertThat(err.toString()).contains("'doctr'", "Did you mean: psbench doctor", "psbench --help");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aValueOfTheWrongTypeIsToldInTheWordsOfTheHelp() {
        assertThat(run("data", "show", "synthped", "--seed", "abc")).isEqualTo(2);
        assertThat(run("data", "show", "synthped", "--rows", "99999999999")).isEqualTo(2);
        assertThat(run("data", "show", "synthped", "--split", "test")).isEqualTo(2);
        assertThat(run("data", "cache", "build", "synthped", "--height", "8", "--width", "8", "--resize", "lanczos"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "psbench: --seed must be a whole number, got 'abc'.",
                        "psbench: --rows must be a smaller whole number, got '99999999999'.",
                        "psbench: --split must be one of train, gallery, got 'test'.",
                        "psbench: --resize must be one of bilinear, bicubic, got 'lanczos'.",
                        "See: psbench data show --help");
    }

    @Test
    void aFolderIsNoSheet() {
        assertThat(run("data", "show", "synthped", "--out", ".")).isEqualTo(2);
        assertThat(err.toString()).contains("psbench: --out must name a file, got the folder '.'.");
    }

    @Test
    void anEmptyNameIsNoFolderToMake() {
        assertThat(run("data", "init", "")).isEqualTo(2);
        assertThat(err.toString()).contains("The folder to write must have a name, got ''.");
    }

    @Test
    void aMistypedOptionIsAnsweredWithTheHelpOfItsCommand() {
        assertThat(run("doctor", "--formt", "json")).isEqualTo(2);
        assertThat(err.toString()).contains("--formt", "psbench doctor --help");
    }

    @Test
    void aValueOutOfALimitedSetIsAnsweredWithTheSet() {
        assertThat(run("doctor", "--format", "xml")).isEqualTo(2);
        assertThat(err.toString()).contains("--format must be one of text, json, got 'xml'.");
    }

    @Test
    void aMistakeOfTheUserShowsNoStackTraceUnlessAskedFor(@TempDir Path folder) {
        String file = folder.resolve("nowhere.safetensors").toString();
        assertThat(run("score", "--queries", file, "--gallery", file)).isEqualTo(3);
        assertThat(err.toString()).startsWith("psbench: ").contains(file).doesNotContain("\tat ");
        err.getBuffer().setLength(0);
        assertThat(run("score", "--queries", file, "--gallery", file, "--debug"))
                .isEqualTo(3);
        assertThat(err.toString()).contains(file, "\tat io.github.psbench");
    }

    @Test
    void withoutACommandThereIsNothingToDo() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required subcommand");
    }

    private int run(String... arguments) {
        return Psbench.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
