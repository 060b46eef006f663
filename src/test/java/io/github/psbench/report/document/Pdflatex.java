package io.github.psbench.report.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Compiles LaTeX where it is installed. */
public final class Pdflatex {
    private Pdflatex() {}

    /** What pdflatex said of a document that it compiled in a folder of its own; skips the test where there is no pdflatex. */
    public static String log(String latex, Path folder) throws IOException, InterruptedException {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(part -> Files.isExecutable(Path.of(part, "pdflatex"))),
                "pdflatex is not installed; on Debian: apt-get install texlive-latex-base texlive-latex-recommended");
        Files.writeString(folder.resolve("table.tex"), latex);
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(
                        "pdflatex", "-no-shell-escape", "-halt-on-error", "-interaction=nonstopmode", "table.tex")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("pdflatex ended").isTrue();
        // The log is in LaTeX's own encoding, and only its ASCII matters.
        String log = new String(Files.readAllBytes(said), StandardCharsets.ISO_8859_1);
        assertThat(process.exitValue()).as(log).isZero();
        return log;
    }
}
