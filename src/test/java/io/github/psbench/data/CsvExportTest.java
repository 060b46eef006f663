package io.github.psbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import io.github.psbench.base.ProcessLock;
import io.github.psbench.base.Progress;
import io.github.psbench.data.picture.RgbImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CsvExportTest {
    private static final long SEED = 6;

    @TempDir
    private Path root;

    private Places places;

    @BeforeEach
    void choosePlaces() {
        places = new Places(root.resolve("data"), root.resolve("cache"));
    }

    @ParameterizedTest
    @EnumSource
    void market1501ComesBackAsItIs(Encoding encoding) throws IOException {
        new SmallMarket(places.data().resolve("Market-1501")).write();
        comesBackAsItIs(new Market1501(encoding, Market1501.Labels.CATEGORY));
        assertThat(root.resolve("copy/images/bounding_box_test/0001_c1s1_001051_02.png"))
                .exists();
    }

    @ParameterizedTest
    @EnumSource
    void petaComesBackAsItIs(Encoding encoding) throws IOException {
        new SmallPeta(places.data().resolve("PETA")).write();
        comesBackAsItIs(new Peta(Peta.Split.ASMR, encoding));
    }

    @ParameterizedTest
    @EnumSource
    void pa100kComesBackAsItIs(Encoding encoding) throws IOException {
        new SmallPa100k(places.data().resolve("PA-100K"), "data").write();
        comesBackAsItIs(new Pa100k(encoding, false));
    }

    private void comesBackAsItIs(DataSource source) {
        comesBackAsItIs(source.load(places, Progress.SILENT));
    }

    private void comesBackAsItIs(PersonDataset original) {
        CsvFolder written = CsvExport.write(original, root.resolve("copy"), Progress.SILENT);
        PersonDataset copy = written.load(places, Progress.SILENT);
        assertThat(copy.schema()).isEqualTo(original.schema());
        assertThat(copy.train()).extracting(PersonImage::category).isEqualTo(categories(original.train()));
        assertThat(copy.gallery()).extracting(PersonImage::category).isEqualTo(categories(original.gallery()));
        for (int i = 0; i < original.images().size(); i++) {
            RgbImage expected = original.images().get(i).picture().get();
            RgbImage picture = copy.images().get(i).picture().get();
            assertThat(picture.width()).isEqualTo(expected.width());
            assertThat(picture.pixels())
                    .as("pixels of image %d, seed %d", i, SEED)
                    .isEqualTo(expected.pixels());
        }
    }

    private static List<PersonCategory> categories(List<PersonImage> images) {
        return images.stream().map(PersonImage::category).toList();
    }

    @Test
    void everyPixelValueComesBack() {
        Random random = new Random(SEED);
        byte[] pixels = new byte[96 * 64 * 3];
        random.nextBytes(pixels);
        comesBackAsItIs(
                people("noise", "grey", "one pixel"),
                List.of(new RgbImage(64, 96, pixels), new RgbImage(16, 16, grey()), new RgbImage(1, 1, new byte[] {
                    -1, 0, 1
                })));
    }

    private static byte[] grey() {
        byte[] pixels = new byte[256 * 3];
        IntStream.range(0, pixels.length).forEach(i -> pixels[i] = (byte) (i / 3));
        return pixels;
    }

    private void comesBackAsItIs(PersonDataset people, List<RgbImage> pictures) {
        List<PersonImage> images = IntStream.range(0, pictures.size())
                .mapToObj(i -> new PersonImage(
                        people.images().get(i).name(), people.images().get(i).category(), () -> pictures.get(i)))
                .toList();
        comesBackAsItIs(new PersonDataset(
                "people", people.schema(), images.subList(0, 2), images.subList(2, 3), people.digests(), null));
    }

    @Test
    void namesBecomeFilesThatEveryFileSystemTakes() throws IOException {
        CsvExport.write(
                people(
                        "a.jpg",
                        "A.png",
                        "../../b.jpg.jpg",
                        "/etc/c",
                        "x:y|\u0007z",
                        "d/./.hidden",
                        "größe 1.bmp",
                        "con. "),
                root.resolve("copy"),
                Progress.SILENT);
        assertThat(Files.readAllLines(root.resolve("copy/images.csv")))
                .map(line -> line.substring(0, line.indexOf(',')))
                .containsExactly(
                        "path",
                        "images/a.png",
                        "images/A-2.png",
                        "images/_/_/b.png",
                        "images/etc/c.png",
                        "images/x_y__z.png",
                        "images/d/_/_hidden.png",
                        "images/größe 1.png",
                        "images/con_.png");
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile))
                    .as("nothing escapes the folder")
                    .allMatch(file -> file.startsWith(root.resolve("copy")))
                    .hasSize(10);
        }
    }

    @Test
    void attributesThatNoImageTellsOfCannotBeWritten() {
        PersonDataset whole = people("a", "b", "c");
        PersonDataset part = new PersonDataset(
                "people",
                whole.schema(),
                whole.train().subList(0, 1),
                whole.gallery(),
                whole.digests(),
                "1 of 2 images");
        Failure failure =
                catchThrowableOfType(Failure.class, () -> CsvExport.write(part, root.resolve("copy"), Progress.SILENT));
        assertThat(failure.kind()).isEqualTo(ErrorKind.DATA);
        assertThat(failure).hasMessageContaining("1 of 2 images").hasMessageContaining("that no image has");
        assertThat(root.resolve("copy")).doesNotExist();
    }

    @Test
    void identitiesHaveNoPlace() throws IOException {
        new SmallMarket(places.data().resolve("Market-1501")).write();
        PersonDataset people = new Market1501(Encoding.BITS, Market1501.Labels.IDENTITY).load(places, Progress.SILENT);
        Failure failure = catchThrowableOfType(
                Failure.class, () -> CsvExport.write(people, root.resolve("copy"), Progress.SILENT));
        assertThat(failure.kind()).isEqualTo(ErrorKind.USAGE);
        assertThat(failure).hasMessageContaining("identities");
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
        Path folder = root.resolve("copy");
        Files.createDirectory(folder);
        CsvExport.write(people("a", "b", "c"), folder, Progress.SILENT);
        List<String> rows = Files.readAllLines(folder.resolve("images.csv"));
        assertThatThrownBy(() -> CsvExport.write(people("d", "e", "f"), folder, Progress.SILENT))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(folder + " is there already and not empty");
        assertThatThrownBy(() -> CsvExample.write(folder.resolve("images.csv"), Progress.SILENT))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("is there already and no folder");
        assertThat(folder.resolve("images.csv")).hasContent(String.join("\n", rows));
    }

    @Test
    void nothingIsLeftOfWhatWasStopped() throws IOException {
        PersonDataset people =
                people(IntStream.range(0, 50).mapToObj(i -> "p" + i).toArray(String[]::new));
        AtomicInteger written = new AtomicInteger();
        Progress stopping = (what, units) -> new Progress.Task() {
            @Override
            public void advance(long done) {
                if (written.incrementAndGet() > 10) {
                    throw new CancellationException("asked to stop");
                }
            }

            @Override
            public void note(String text) {}

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> CsvExport.write(people, root.resolve("below/copy"), stopping))
                .isInstanceOf(CancellationException.class);
        try (Stream<Path> files = Files.list(root.resolve("below"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void whatAKilledExportLeftIsRemovedByTheNext() throws IOException {
        Path killed = Files.createDirectories(root.resolve(".copy.4711.part/images"));
        Files.writeString(killed.resolve("half.png"), "half");
        Path precious = Files.createDirectory(root.resolve("precious"));
        Files.writeString(precious.resolve("file"), "precious");
        Files.createSymbolicLink(killed.resolve("link"), precious);
        Path linked = Files.createSymbolicLink(root.resolve(".copy.4712.part"), precious);
        Path other = Files.createDirectory(root.resolve(".copy2.4711.part"));
        Path mine = Files.createDirectory(root.resolve(".copy.mine.part"));
        Files.createFile(root.resolve(".copy.lock"));
        CsvExport.write(people("a", "b", "c"), root.resolve("copy"), Progress.SILENT);
        assertThat(root.resolve(".copy.4711.part")).doesNotExist();
        assertThat(root.resolve(".copy.lock")).doesNotExist();
        assertThat(linked).isSymbolicLink();
        assertThat(other).exists();
        assertThat(mine).exists();
        assertThat(precious.resolve("file")).hasContent("precious");
    }

    @Test
    void whatAnotherProcessWritesIsLeftToIt() throws IOException {
        Path folder = root.resolve("copy");
        Path atWork = Files.createDirectory(root.resolve(".copy.4711.part"));
        try (ProcessLock lock = ProcessLock.attempt(root.resolve(".copy.lock")).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> CsvExport.write(people("a", "b", "c"), folder, Progress.SILENT))
                    .isInstanceOfSatisfying(
                            Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.BUSY))
                    .hasMessageContaining("Another psbench writes " + folder + " at this moment");
            assertThat(atWork).exists();
            assertThat(folder).doesNotExist();
        }
    }

    @Test
    void aFolderThatIsMadeMeanwhileIsLeftAlone() throws IOException {
        Path folder = root.resolve("copy");
        Progress making = (what, units) -> new Progress.Task() {
            @Override
            public void advance(long done) {
                try {
                    Files.createDirectories(folder.resolve("another's"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void note(String text) {}

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> CsvExport.write(people("a", "b", "c"), folder, making))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.USAGE))
                .hasMessageContaining(folder + " is there already and not empty");
        assertThat(folder.resolve("another's")).exists();
        try (Stream<Path> files = Files.list(root)) {
            assertThat(files).containsExactly(folder);
        }
    }

    @Test
    void theExampleCanBeReadAndItsPicturesDecode() {
        CsvFolder example = CsvExample.write(root.resolve("my people"), Progress.SILENT);
        PersonDataset dataset = example.load(places, Progress.SILENT);
        assertThat(dataset.train()).hasSize(8);
        assertThat(dataset.gallery()).hasSize(4);
        assertThat(dataset.trainCategories()).hasSizeGreaterThan(4);
        assertThat(dataset.unseenCategories())
                .isNotEmpty()
                .hasSizeLessThan(dataset.queryCategories().size());
        assertThat(dataset.schema().describe(dataset.gallery().get(0).category()))
                .startsWith("gender ");
        assertThat(example.verify(places, Progress.SILENT).faults()).isEmpty();
    }

    /** A gallery of the last; the second has what no other has. */
    private static PersonDataset people(String... names) {
        AttributeSchema schema = new AttributeSchema(List.of(
                AttributeGroup.oneOf("hat", List.of("no", "yes"), Encoding.PATTERNS),
                AttributeGroup.anyOf(
                        "bags",
                        List.of("bag, large", "case"),
                        List.of(new TreeSet<>(), new TreeSet<>(List.of(0)), new TreeSet<>(List.of(0, 1))),
                        Encoding.PATTERNS)));
        List<PersonImage> images = IntStream.range(0, names.length)
                .mapToObj(i -> new PersonImage(
                        names[i],
                        new PersonCategory(List.of(i % 2, i == 1 ? 2 : i % 2 == 0 && i > 0 ? 1 : 0)),
                        () -> new RgbImage(2, 2, new byte[12])))
                .toList();
        return new PersonDataset(
                "people",
                schema,
                images.subList(0, names.length - 1),
                images.subList(names.length - 1, names.length),
                new PersonDataset.Digests("0".repeat(64), "1".repeat(64)),
                null);
    }
}
