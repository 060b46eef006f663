package io.github.psbench.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.data.picture.RgbImage;
import io.github.psbench.report.chart.Gallery.Attribute;
import io.github.psbench.report.chart.Gallery.Hit;
import io.github.psbench.report.chart.Gallery.Ranked;
import io.github.psbench.report.chart.Gallery.Relevance;
import io.github.psbench.report.chart.Gallery.Search;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class GalleryTest {
    private static final String HOSTILE = "<script>alert(1)</script> &\"' ]]> שלום 検索";
    private static final String LONG = "w".repeat(300);

    @TempDir
    private Path folder;

    @Test
    void hostileAndLongTextsAreDrawnAndStayText() throws Exception {
        Document svg = draw(new Gallery(
                new Chart.Labels(HOSTILE, "", ""),
                List.of(
                        new Search(
                                HOSTILE, LONG, List.of(new Attribute(HOSTILE, LONG, true)), List.of(row(HOSTILE, 3))),
                        new Search(
                                "", "", List.of(new Attribute("", "", false)), List.of(new Ranked("", "", List.of())))),
                List.of(HOSTILE, "")));
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(Files.readString(folder.resolve("a.svg"))).doesNotContain("alert", "NaN");
    }

    @Test
    void whatIsTooLongForALineTakesMore() {
        int shorter = height(List.of(new Attribute("hat", "no", false)));
        int longer = height(List.of(new Attribute("hat", "no " + LONG, false)));
        assertThat(longer).isGreaterThanOrEqualTo(shorter + 5 * 14);
        assertThat(Fonts.broken("no " + LONG, Fonts.SMALL, 100, 1000).stream()
                        .mapToInt(String::length)
                        .sum())
                .isEqualTo(302);
        assertThat(Fonts.broken(LONG, Fonts.SMALL, 100, 2).get(1)).endsWith("…");
    }

    @Test
    void attributesStandInColumnsWhereTheyFit() {
        List<Attribute> ten = IntStream.range(0, 10)
                .mapToObj(i -> new Attribute("upper colour", "purple", false))
                .toList();
        assertThat(new AttributeColumns(ten, GalleryPanel.WIDTH).height()).isEqualTo(3 * 14);
        assertThat(new AttributeColumns(ten, 300).height()).isEqualTo(5 * 14);
    }

    @Test
    void aPictureIsInTheSvgOnceAsAJpegOfItsOwnSize() throws Exception {
        RgbImage twice = noise(1, 32, 64);
        RgbImage huge = noise(2, 900, 600);
        Document svg = draw(gallery(List.of(
                new Hit(1, 0.5, Relevance.RELEVANT, twice),
                new Hit(2, 0.4, Relevance.OTHER, huge),
                new Hit(3, 0.3, Relevance.UNKNOWN, twice))));
        NodeList images = svg.getElementsByTagName("image");
        assertThat(images.getLength()).isEqualTo(2);
        assertThat(jpeg(images, 0))
                .satisfies(image -> assertThat(image.getWidth()).isEqualTo(32))
                .satisfies(image -> assertThat(image.getHeight()).isEqualTo(64));
        // No more pixels than the PNG shows.
        assertThat(jpeg(images, 1))
                .satisfies(image -> assertThat(image.getWidth()).isEqualTo(112))
                .satisfies(image -> assertThat(image.getHeight()).isEqualTo(74));
        assertThat(uses(svg, "picture")).hasSize(3);
    }

    /** Batik moves what it is given; a line of letters must not lose its own place by that. */
    @Test
    void eachLineOfTextKeepsItsBaseline() throws Exception {
        Document svg = draw(gallery(List.of(new Hit(1, 0.5, Relevance.RELEVANT, noise(1, 32, 64)))));
        List<Element> letters = uses(svg, "l");
        assertThat(letters).hasSizeGreaterThan(100);
        assertThat(letters)
                .allSatisfy(letter -> assertThat(((Element) letter.getParentNode()).getAttribute("transform"))
                        .matches("translate\\(0 [1-9][0-9.]*\\)"));
        assertThat(svg.getElementsByTagName("path").getLength()).isLessThan(100);
    }

    @Test
    void theFramesDifferInMoreThanTheirColour() throws Exception {
        draw(gallery(List.of(new Hit(1, 0.5, Relevance.RELEVANT, noise(1, 32, 64)))));
        String relevant = Files.readString(folder.resolve("a.svg"));
        assertThat(relevant).contains("rgb(0,158,115)", "rgb(213,94,0)", "stroke-dasharray=\"6,4\"");
        draw(gallery(List.of(new Hit(1, 0.5, Relevance.UNKNOWN, noise(1, 32, 64)))));
        assertThat(Files.readString(folder.resolve("a.svg")))
                .doesNotContain("rgb(0,158,115)", "rgb(213,94,0)", "stroke-dasharray=\"6,4\"");
    }

    @Test
    void theSameGalleryGivesTheSameBytesAndFortyPicturesStaySmall() throws Exception {
        List<Search> searches = new ArrayList<>();
        for (int query = 0; query < 4; query++) {
            List<Attribute> attributes = IntStream.range(0, 10)
                    .mapToObj(i -> new Attribute("upper colour " + i, "value", false))
                    .toList();
            searches.add(
                    new Search("Query " + query, "9 of 1,260 images", attributes, List.of(row("Ours", 10 * query))));
        }
        Gallery gallery = new Gallery(new Chart.Labels("", "", ""), searches, List.of("Drawn at random."));
        draw(gallery);
        byte[] png = Files.readAllBytes(folder.resolve("a.png"));
        byte[] svg = Files.readAllBytes(folder.resolve("a.svg"));
        draw(gallery);
        assertThat(folder.resolve("a.png")).hasBinaryContent(png);
        assertThat(folder.resolve("a.svg")).hasBinaryContent(svg);
        assertThat(svg.length).isLessThan(500_000);
        assertThat(png.length).isLessThan(1_000_000);
    }

    private static Ranked row(String name, int first) {
        return new Ranked(
                name,
                "AP 10.0 %",
                IntStream.range(0, 10)
                        .mapToObj(i -> new Hit(
                                i + 1,
                                -0.0001 * i,
                                i % 2 == 0 ? Relevance.RELEVANT : Relevance.OTHER,
                                blurred(first + i)))
                        .toList());
    }

    private static Gallery gallery(List<Hit> hits) {
        List<Attribute> attributes =
                List.of(new Attribute("gender", "female", true), new Attribute("hat", "no", false));
        return new Gallery(
                new Chart.Labels("", "", ""),
                List.of(new Search(
                        "Query 1", "3 of 9 images", attributes, List.of(new Ranked("Ours", "AP 9 %", hits)))),
                List.of());
    }

    private static int height(List<Attribute> attributes) {
        return new AttributeColumns(attributes, GalleryPanel.WIDTH).height();
    }

    private Document draw(Gallery gallery) throws Exception {
        new Picture("t", "s", List.of(gallery)).write(folder.resolve("a.png"), folder.resolve("a.svg"));
        assertThat(ImageIO.read(folder.resolve("a.png").toFile()).getWidth()).isEqualTo(2 * (GalleryPanel.WIDTH + 32));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Files.newInputStream(folder.resolve("a.svg")));
    }

    private static List<Element> uses(Document svg, String prefix) {
        NodeList uses = svg.getElementsByTagName("use");
        return IntStream.range(0, uses.getLength())
                .mapToObj(i -> (Element) uses.item(i))
                .filter(use -> use.getAttribute("xlink:href").matches("#" + prefix + "[0-9]+"))
                .toList();
    }

    private static BufferedImage jpeg(NodeList images, int index) throws IOException {
        String data = ((Element) images.item(index)).getAttribute("xlink:href");
        assertThat(data).startsWith("data:image/jpeg;base64,");
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data.substring(23))));
    }

    private static RgbImage noise(long seed, int width, int height) {
        byte[] pixels = new byte[3 * width * height];
        new Random(seed).nextBytes(pixels);
        return new RgbImage(width, height, pixels);
    }

    /** 64 x 128 pixels with about as much to be seen as in a picture of somebody. */
    private static RgbImage blurred(long seed) {
        byte[] pixels = new byte[3 * 64 * 128];
        Random random = new Random(seed);
        int[] colours = random.ints(3 * 8 * 16, 0, 236).toArray();
        for (int i = 0; i < pixels.length; i++) {
            int pixel = i / 3;
            int block = pixel / 64 / 8 * 8 + pixel % 64 / 8;
            pixels[i] = (byte) (colours[3 * block + i % 3] + random.nextInt(20));
        }
        return new RgbImage(64, 128, pixels);
    }
}
