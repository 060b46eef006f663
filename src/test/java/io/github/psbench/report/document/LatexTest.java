package io.github.psbench.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '\t', quoteCharacter = '\0', textBlock = """
                    a & b_c # 5 % $x$	a \\& b\\_c \\# 5 \\% \\$x\\$
                    {x} ~ ^ < > |	\\{x\\} \\textasciitilde{} \\textasciicircum{} \\textless{} \\textgreater{} \\textbar{}
                    50.4 ± 0.8 ↑	50.4 \\ensuremath{\\pm} 0.8 \\ensuremath{\\uparrow}
                    --set x	-{}-set x
                    é ñ ü ç ż	\\'{e} \\~{n} \\"{u} \\c{c} \\.{z}
                    λ = 6	\\ensuremath{\\lambda} = 6
                    """)
    void textIsTakenLiterally(String text, String latex) {
        assertThat(LatexText.of(text)).isEqualTo(latex);
    }

    @Test
    void whatCannotBePrintedIsSpelledOut() {
        assertThat(LatexText.of("\u65E5 \u0300 \uD83D\uDE00 \u202E \u1EC7"))
                .isEqualTo("\\textbackslash{}u65E5 \\textbackslash{}u0300 \\textbackslash{}u1F600"
                        + " \\textbackslash{}u202E \\textbackslash{}u1EC7");
        assertThat(LatexText.of("\\input{x}")).isEqualTo("\\textbackslash{}input\\{x\\}");
    }

    @Test
    void theFileIsAscii() {
        assertThat(Latex.of(HostileDocument.document()) + Latex.of(HostileDocument.everyCharacter()))
                .matches(text -> text.chars().allMatch(character -> character < 0x7F), "is ASCII");
    }

    @Test
    void hostileTextCompilesAndFitsThePage() throws IOException, InterruptedException {
        String log = Pdflatex.log(Latex.of(HostileDocument.document()), folder);
        assertThat(log).contains("Output written on table.pdf").doesNotContain("Overfull \\hbox");
    }

    @Test
    void everyCharacterCompiles() throws IOException, InterruptedException {
        assertThat(Pdflatex.log(Latex.of(HostileDocument.everyCharacter()), folder))
                .contains("Output written on table.pdf")
                .doesNotContain("Missing character");
    }
}
