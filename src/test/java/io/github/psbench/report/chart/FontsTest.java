package io.github.psbench.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.base.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FontsTest {
    @TempDir
    private Path folder;

    /** Draws a picture, as a process of its own: the JDK looks for fonts once. */
    static final class Draw {
        public static void main(String[] arguments) {
            try {
                new Picture(
                                "t",
                                "s",
                                List.of(new HeatMap(
                                        new Chart.Labels("", "", ""),
                                        List.of("a"),
                                        List.of("b"),
                                        List.of(List.of(1.0)))))
                        .write(Path.of(arguments[0], "a.png"), Path.of(arguments[0], "a.svg"));
            } catch (Failure e) {
                System.out.print(e.kind() + ": " + e.getMessage());
            }
        }
    }

    @Test
    @DisabledOnOs(value = OS.MAC, disabledReason = "its fonts do not come from fontconfig")
    void withoutFontsTheUserIsToldWhatToInstall() throws IOException, InterruptedException {
        Path none = Files.writeString(folder.resolve("fonts.conf"), """
                <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>
                """);
        ProcessBuilder draw = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.home=" + folder, // where the JDK keeps what fonts it has found before
                "-cp",
                System.getProperty("java.class.path"),
                Draw.class.getName(),
                folder.toString());
        draw.environment().put("FONTCONFIG_FILE", none.toString());
        Process process = draw.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said)
                .startsWith("RESOURCES: No figure was drawn, only its numbers were written: Java finds no fonts")
                .contains("apt-get install fontconfig fonts-dejavu-core")
                .endsWith("then run psbench report again.");
        assertThat(folder.resolve("a.png")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "a name that is a good deal longer than there is room for",
                "検索検索検索検索検索検索検索検索",
                "𝕏𝕏𝕏𝕏𝕏𝕏𝕏𝕏𝕏𝕏𝕏𝕏𝕏𝕏𝕏𝕏"
            })
    void whatIsTooLongIsShortenedToFit(String text) {
        String shown = Fonts.shortened(text, Fonts.TEXT, 100);
        assertThat(Fonts.width(shown, Fonts.TEXT)).isLessThanOrEqualTo(100);
        assertThat(shown.equals(text) || shown.endsWith("…")).isTrue();
        assertThat(text).startsWith(shown.replace("…", ""));
    }

    @Test
    void aLongLegendGoesOnBelowItself() {
        String text = "Baseline + pretraining (n = 3), against delta of Ours";
        List<String> lines = Fonts.wrapped(text, Fonts.TEXT, 150, 4);
        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(String.join(" ", lines)).isEqualTo(text);
        assertThat(lines)
                .allSatisfy(line -> assertThat(Fonts.width(line, Fonts.TEXT)).isLessThanOrEqualTo(150));
        assertThat(Fonts.wrapped(text, Fonts.TEXT, 150, 2))
                .hasSize(2)
                .element(1)
                .asString()
                .endsWith("…");
        assertThat(Fonts.wrapped("x".repeat(200), Fonts.TEXT, 150, 3)).hasSize(1);
    }

    @Test
    void namesThatBecomeAlikeStayDifferent() {
        String name = "the same beginning of a very long name, number ";
        List<String> names = Names.different(List.of(name + 1, name + 2, name + 3), Fonts.TEXT, 100);
        assertThat(names).doesNotHaveDuplicates();
        assertThat(names).allSatisfy(shown -> assertThat(shown).startsWith("the same beg"));
    }
}
