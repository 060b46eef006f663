package io.github.psbench.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.report.chart.Chart.Labels;
import io.github.psbench.report.chart.Lines.Line;
import io.github.psbench.report.chart.Lines.Point;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** XChart loops for ever over some axes, so every chart has a time limit. */
@Timeout(60)
class PictureTest {
    private static final String HOSTILE = "$x$ <script>&\"' ]]> \u202Efdp שלום 検索";
    private static final Labels NONE = new Labels("", "", "");

    @TempDir
    private Path folder;

    static Stream<Chart> charts() {
        return Stream.of(
                bars(105, 3),
                bars(1, 1),
                new Bars(
                        new Labels(HOSTILE, HOSTILE, HOSTILE),
                        List.of(new Bars.Bar(HOSTILE, -1e-9, 0), new Bars.Bar("", 0, Double.NaN)),
                        HOSTILE,
                        null),
                new Bars(NONE, Collections.nCopies(8, new Bars.Bar("x".repeat(400), 5e7, 1)), "", null),
                lines(new Lines.Linear(), 7),
                lines(new Lines.Logarithmic(), 9),
                lines(new Lines.Words(List.of("ma", "proxy-anchor", HOSTILE, "", "x".repeat(300))), 7),
                single(new Lines.Linear(), 0, 0),
                single(new Lines.Linear(), 1e-7, 1e-12),
                single(new Lines.Linear(), -3, 1e15),
                single(new Lines.Linear(), 1e-30, -1e30),
                single(new Lines.Logarithmic(), 1e-12, 1),
                close(-1e22, 1e22),
                single(new Lines.Logarithmic(), 4, 50),
                single(new Lines.Words(List.of("one")), 0, 50),
                close(0.0541867, 0.0541868),
                close(1e9, 1e9 + 1),
                heatMap(7, 5),
                heatMap(1, 1),
                heatMap(30, 2),
                scatter(2, 300),
                scatter(1, 1),
                scatter(5, 40),
                new Scatter(NONE, List.of(), List.of(new Scatter.Plane("", List.of(), null, null)), ""));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void everyChartIsDrawnAsAPngAndAsSoundSvg(Chart chart) throws Exception {
        Picture picture = new Picture(HOSTILE, "Experiment <a> & b", List.of(chart));
        Path svg = folder.resolve("a.svg");
        picture.write(folder.resolve("a.png"), svg);
        BufferedImage png = ImageIO.read(folder.resolve("a.png").toFile());
        assertThat(colours(png)).hasSizeGreaterThan(3);
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Files.newInputStream(svg));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo(HOSTILE + ", Experiment <a> & b");
        assertThat(Files.readString(svg)).doesNotContain("NaN", "Infinity", "<script");
    }

    @Test
    void theSameChartsGiveTheSameBytes() throws IOException {
        for (String name : List.of("a", "b")) {
            new Picture("t", "s", List.of(bars(5, 2), lines(new Lines.Linear(), 2), heatMap(2, 2)))
                    .write(folder.resolve(name + ".png"), folder.resolve(name + ".svg"));
        }
        assertThat(folder.resolve("b.png")).hasSameBinaryContentAs(folder.resolve("a.png"));
        assertThat(folder.resolve("b.svg")).hasSameBinaryContentAs(folder.resolve("a.svg"));
        String bytes = Files.readString(folder.resolve("a.png"), StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("tIME", "tEXt");
    }

    @Test
    void thePictureGrowsWithTheNumberOfBars() {
        assertThat(BarsPanel.of(bars(105, 3)).width())
                .isGreaterThan(BarsPanel.of(bars(40, 3)).width() + 60 * 14);
    }

    @Test
    void whatLiesOutsideTheWindowIsNotDrawn() throws IOException {
        List<Scatter.Group> groups = List.of(
                new Scatter.Group("", Scatter.Shape.CIRCLE, 9, Colour.numbered(0)),
                new Scatter.Group("", Scatter.Shape.STAR, 20, Colour.numbered(1)));
        List<Scatter.Point> points = List.of(new Scatter.Point(0, 0, 0), new Scatter.Point(1, 5, 0));
        for (Scatter.Square window : Arrays.asList(null, new Scatter.Square(-1, -1, 2))) {
            Scatter chart = new Scatter(NONE, groups, List.of(new Scatter.Plane("", points, window, null)), "");
            new Picture("t", "s", List.of(chart)).write(folder.resolve("w.png"), folder.resolve("w.svg"));
            List<Integer> colours = colours(ImageIO.read(folder.resolve("w.png").toFile()));
            assertThat(colours).contains(Palette.colour(0).getRGB());
            assertThat(colours.contains(Palette.colour(1).getRGB())).isEqualTo(window == null);
        }
    }

    @Test
    void aLineHasTheSameColourInEveryChart() throws IOException {
        Lines both = lines(new Lines.Linear(), 3);
        Lines last = new Lines(both.labels(), both.scale(), both.lines().subList(2, 3), null);
        new Picture("t", "s", List.of(last)).write(folder.resolve("c.png"), folder.resolve("c.svg"));
        List<Integer> colours = colours(ImageIO.read(folder.resolve("c.png").toFile()));
        assertThat(colours)
                .contains(Palette.colour(2).getRGB())
                .doesNotContain(Palette.colour(0).getRGB());
    }

    private static List<Integer> colours(BufferedImage image) {
        return IntStream.of(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct()
                .boxed()
                .toList();
    }

    private static Bars bars(int count, int seeds) {
        Random random = new Random(count);
        return new Bars(
                new Labels("Ours (n = " + seeds + ")", "", "weight w"),
                IntStream.range(0, count)
                        .mapToObj(i -> new Bars.Bar(
                                "a group of attributes: an attribute with a long name " + i,
                                i == 3 ? -0.25 : random.nextDouble() + 0.5,
                                seeds == 1 ? Double.NaN : random.nextDouble() / 5))
                        .toList(),
                "learned w",
                new Bars.Level("uniform w = 1", 1));
    }

    private static Lines lines(Lines.Scale scale, int count) {
        Random random = new Random(count);
        List<Line> lines = new ArrayList<>();
        for (int style = 0; style < count; style++) {
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                if (i != 2 || style != 1) {
                    points.add(new Point(
                            scale instanceof Lines.Logarithmic ? StrictMath.pow(10, i - 2) : i,
                            40 + 10 * random.nextDouble(),
                            i == 3 ? Double.NaN : random.nextDouble()));
                }
            }
            lines.add(new Line("row " + style, style, points));
        }
        return new Lines(new Labels("", "lambda", "R1 (%)"), scale, lines, new Lines.Mark("highest: row 0", 1, 45));
    }

    private static Lines single(Lines.Scale scale, double x, double y) {
        return new Lines(
                NONE,
                scale,
                List.of(new Line("only", 0, List.of(new Point(x, y, Double.NaN)))),
                new Lines.Mark("it", x, y));
    }

    private static Lines close(double from, double to) {
        return new Lines(
                NONE,
                new Lines.Linear(),
                List.of(new Line("close", 0, List.of(new Point(1, from, 0), new Point(2, to, 0)))),
                null);
    }

    private static Scatter scatter(int planes, int points) {
        Random random = new Random(points);
        List<Scatter.Group> groups = new ArrayList<>();
        for (Scatter.Shape shape : Scatter.Shape.values()) {
            groups.add(new Scatter.Group(HOSTILE + shape, shape, 6, Colour.numbered(groups.size())));
        }
        groups.add(new Scatter.Group("white", Scatter.Shape.CIRCLE, 6, new Colour(0xFFFFFF)));
        groups.add(new Scatter.Group("", Scatter.Shape.STAR, 20, Colour.BACKGROUND));
        groups.add(new Scatter.Group("x".repeat(400), Scatter.Shape.DIAMOND, 6, Colour.BACKGROUND));
        return new Scatter(
                new Labels(HOSTILE, "", ""),
                groups,
                IntStream.range(0, planes)
                        .mapToObj(plane -> new Scatter.Plane(
                                HOSTILE,
                                IntStream.range(0, points)
                                        .mapToObj(i -> new Scatter.Point(
                                                i % groups.size(), 1e3 * random.nextGaussian(), random.nextGaussian()))
                                        .toList(),
                                plane % 2 == 0 ? null : new Scatter.Square(-100, -100, 200),
                                new Scatter.Square(-10, -10, 20)))
                        .toList(),
                (HOSTILE + " ").repeat(30));
    }

    private static HeatMap heatMap(int columns, int rows) {
        Random random = new Random(columns);
        Double[][] values = new Double[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                values[row][column] = row == 1 && column == 0 ? null : 100 * random.nextDouble();
            }
        }
        return new HeatMap(
                new Labels("Ours (n = 3)", "scale", "margin"),
                IntStream.range(0, columns)
                        .mapToObj(column -> "column " + column)
                        .toList(),
                IntStream.range(0, rows).mapToObj(row -> HOSTILE + row).toList(),
                Arrays.stream(values).map(Arrays::asList).toList());
    }
}
