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
        for (String command : List.of("plan", "run", "report", "data", "loss", "score", "doctor")) {
            assertThat(out.toString()).containsPattern("(?m)^  " + command + " +[A-Z]");
        }
        assertThat(out.toString()).contains("Examples:", "4     out of memory, disk or device");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void everyCommandHasHelp() {
        for (String command : List.of("plan", "run", "report", "data", "loss", "score", "doctor")) {
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
        assertThat(err.toString()).contains("'doctr'", "Did you mean: psbench doctor?", "psbench --help");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aMistypedOptionIsAnsweredWithTheHelpOfItsCommand() {
        assertThat(run("doctor", "--formt", "json")).isEqualTo(2);
        assertThat(err.toString()).contains("--formt", "psbench doctor --help");
    }

    @Test
    void aValueOutOfALimitedSetIsAnsweredWithTheSet() {
        assertThat(run("doctor", "--format", "xml")).isEqualTo(2);
        assertThat(err.toString()).contains("--format", "xml", "TEXT", "JSON");
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
