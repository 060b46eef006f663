package io.github.psbench.settings;

import static io.github.psbench.base.InvalidSetting.require;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.Default;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that exist only here: a record is all that it takes. */
class BinderTest {
    private enum Mood {
        VERY_GOOD,
        BAD
    }

    private sealed interface Shape permits Circle, Curved {}

    private sealed interface Curved extends Shape permits Spline {}

    @Name("circle")
    private record Circle(double radius) implements Shape {
        private Circle {
            require(radius > 0, "radius", "must be > 0", radius);
        }
    }

    @Name("spline")
    private record Spline(List<Double> knots, @Default("3") int degree) implements Curved {}

    private record Picture(
            String title,
            @Default("very-good") Mood mood,
            @Nullable Long inventoryNumber,
            @Nullable Double price,
            @Default("[{name: circle, radius: 1}]") List<Shape> shapes,
            @Default("circle") Shape frame,
            @Nullable Range years) {}

    private record Range(int from, int to) {
        private Range {
            require(from >= 0, "from", "must be >= 0", from);
            require(to > from, "to", "must be > from", to);
        }
    }

    @TempDir
    private Path folder;

    private Picture read(String text) throws IOException {
        Path file = folder.resolve("p.yaml");
        Files.writeString(file, text);
        return SettingsReader.read(file, Picture.class);
    }

    private void refuses(String text, String... lines) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(Failure.class)
                .extracting(failure -> String.valueOf(failure.getMessage())
                        .replace(folder + "/", "")
                        .lines()
                        .toList())
                .isEqualTo(List.of(lines));
    }

    @Test
    void everythingGivenIsRead() throws IOException {
        assertThat(read("""
                        title: no
                        mood: bad
                        inventory-number: 9007199254740993
                        price: 1e3
                        shapes: [{name: spline, knots: [0, .5, 1]}, {name: circle, radius: 2}]
                        frame.radius: 4
                        years: {from: 1900, to: 1_950}
                        """))
                .isEqualTo(new Picture(
                        "no",
                        Mood.BAD,
                        9007199254740993L,
                        1000.0,
                        List.of(new Spline(List.of(0.0, 0.5, 1.0), 3), new Circle(2)),
                        new Circle(4),
                        new Range(1900, 1950)));
    }

    @Test
    void whatIsLeftOutIsTheDefaultOrNone() throws IOException {
        assertThat(read("title: '1'\nframe: {radius: 1}\n"))
                .isEqualTo(new Picture("1", Mood.VERY_GOOD, null, null, List.of(new Circle(1)), new Circle(1), null));
    }

    @Test
    void severalMistakesOfOneRecordAreReportedTogether() {
        refuses(
                "{title: [], mood: good, price: none, years: {from: -1, to: x}, shapes: [square, {name: circle, radius: 0}, {radius: 1}], frame: {radius: 1}}",
                "p.yaml:1:9: title must be text, got a list",
                "p.yaml:1:19: mood must be one of very-good, bad, got 'good'",
                "p.yaml:1:52: from must be >= 0, got -1",
                "p.yaml:1:60: to must be a whole number, got 'x'",
                "p.yaml:1:73: each of shapes must be one of circle, spline, got 'square'",
                "p.yaml:1:104: radius must be > 0, got 0",
                "p.yaml:1:108: the key 'name' is missing, which chooses the each of shapes: circle, spline");
    }

    @Test
    void aDefaultThatNeedsMoreAsksForIt() {
        refuses("title: T\n", "p.yaml:1:1: the key 'radius' is missing; it must be a number");
    }

    @Test
    void aRuleBetweenTwoSettingsIsReportedAtTheOneItNames() {
        refuses("{title: T, frame: {radius: 1}, years: {to: 3, from: 5}}", "p.yaml:1:44: to must be > from, got 3");
    }
}
