package io.github.psbench.data.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {
    private static final List<String> MARKET = List.of(
            "bounding_box_train/0002_c1s1_000451_03.jpg",
            "bounding_box_test/0001_c1s1_001051_00.jpg",
            "query/0001_c1s1_001051_00.jpg",
            "readme.txt");

    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void chooseARootThatIsNotThereYet() {
        root = folder.resolve("data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Market-1501-v15.09.15/", "a/b/c/", "./"})
    void marketComesWithAnyFoldersAroundIt(String around) throws IOException {
        Placed placed = deliver("market1501", MadeArchives.zip(folder.resolve("m.zip"), within(around, MARKET)));
        assertThat(placed.files()).isEqualTo(4);
        assertThat(placed.leftOut()).isZero();
        assertThat(files())
                .containsExactlyInAnyOrderElementsOf(within("Market-1501-v15.09.15/", MARKET))
                .allSatisfy(file -> assertThat(root.resolve(file)).isNotEmptyFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"m.tar", "m.tar.gz", "m.tgz", "m.zip"})
    void theNameOfTheArchiveDoesNotMatter(String name) throws IOException {
        Path made = MadeArchives.tar(folder.resolve(name), MARKET);
        deliver("market1501", Files.move(made, folder.resolve("download")));
        assertThat(files()).hasSize(4);
    }

    @Test
    void whatDoesNotBelongToTheDataSetIsLeftOut() throws IOException {
        List<String> names = Stream.concat(
                        MARKET.stream(),
                        Stream.of(
                                "virus.exe",
                                "__MACOSX/._query",
                                "query/.DS_Store",
                                "query/._0001_c1s1_001051_00.jpg",
                                "empty/"))
                .toList();
        Placed placed = deliver("market1501", MadeArchives.zip(folder.resolve("m.zip"), names));
        assertThat(placed.leftOut()).isEqualTo(1);
        assertThat(files()).containsExactlyInAnyOrderElementsOf(within("Market-1501-v15.09.15/", MARKET));
    }

    @Test
    void theAnnotationJoinsThePicturesWhicheverComesFirst() throws IOException {
        Path annotation = MadeArchives.zip(
                folder.resolve("a.zip"),
                List.of("Market-1501_Attribute-master/market_attribute.mat", "Market-1501_Attribute-master/README.md"));
        Path pictures = MadeArchives.zip(folder.resolve("m.zip"), MARKET);
        deliver("market1501", annotation);
        deliver("market1501", pictures);
        assertThat(files()).hasSize(5).contains("Market-1501-v15.09.15/attribute/market_attribute.mat");
        root = folder.resolve("other");
        deliver("market1501", pictures);
        deliver("market1501", annotation);
        assertThat(files()).hasSize(5).contains("Market-1501-v15.09.15/attribute/market_attribute.mat");
    }

    @Test
    void theAnnotationJoinsPicturesInAFolderOfAnotherName() throws IOException {
        Files.createDirectories(root.resolve("market1501/query"));
        deliver("market1501", MadeArchives.zip(folder.resolve("a.zip"), List.of("market_attribute.mat")));
        assertThat(files()).containsExactly("market1501/attribute/market_attribute.mat");
    }

    @Test
    void petaIsKnownByItsSubSets() throws IOException {
        deliver(
                "peta",
                MadeArchives.tar(
                        folder.resolve("p.tgz"),
                        List.of(
                                "PETA dataset/VIPeR/archive/1.bmp",
                                "PETA dataset/i-LID/archive/2.png",
                                "PETA dataset/ReadMe.txt")));
        deliver("peta", MadeArchives.zip(folder.resolve("a.zip"), List.of("peta/PETA.mat", "peta/images/00001.png")));
        assertThat(files())
                .containsExactlyInAnyOrder(
                        "PETA/VIPeR/archive/1.bmp", "PETA/i-LID/archive/2.png", "PETA/ReadMe.txt", "PETA/PETA.mat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "data/", "PA-100K/release_data/release_data/"})
    void paComesAsPicturesAndAnnotation(String around) throws IOException {
        deliver(
                "pa100k",
                MadeArchives.zip(folder.resolve("p.zip"), within(around, List.of("000001.jpg", "100000.jpg"))));
        deliver("pa100k", MadeArchives.zip(folder.resolve("a.zip"), List.of("annotation/annotation.mat")));
        assertThat(files())
                .containsExactlyInAnyOrder(
                        "PA-100K/release_data/release_data/000001.jpg",
                        "PA-100K/release_data/release_data/100000.jpg",
                        "PA-100K/annotation.mat");
    }

    @Test
    void paMayComeInOnePiece() throws IOException {
        Placed placed =
                deliver("pa100k", MadeArchives.zip(folder.resolve("p.zip"), List.of("000001.jpg", "annotation.mat")));
        assertThat(placed.files()).isEqualTo(2);
        assertThat(files())
                .containsExactlyInAnyOrder("PA-100K/release_data/release_data/000001.jpg", "PA-100K/annotation.mat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"m.zip", "m.tar"})
    void nothingIsOverwritten(String name) throws IOException {
        Path mine = root.resolve("Market-1501-v15.09.15/query/mine.jpg");
        Files.createDirectories(mine.getParent());
        Files.writeString(mine, "mine");
        Path archive = name.endsWith("zip")
                ? MadeArchives.zip(folder.resolve(name), MARKET)
                : MadeArchives.tar(folder.resolve(name), MARKET);
        assertRefused(
                "market1501",
                archive,
                mine.getParent() + " is there already, so nothing of " + archive + " was put in place");
        assertThat(files()).containsExactly("Market-1501-v15.09.15/query/mine.jpg");
        assertThat(mine).hasContent("mine");
    }

    @Test
    void aPlaceThatIsALinkToNowhereIsTakenToo() throws IOException {
        Files.createDirectories(root.resolve("Market-1501-v15.09.15"));
        Files.createSymbolicLink(root.resolve("Market-1501-v15.09.15/query"), folder.resolve("nowhere"));
        assertRefused("market1501", MadeArchives.zip(folder.resolve("m.zip"), MARKET), "query is there already");
    }

    @Test
    void anArchiveOfSomethingElseSaysWhatItHolds() throws IOException {
        Path archive = MadeArchives.zip(
                folder.resolve("Market-1501-v15.09.15.zip"), List.of("duke/x/1.jpg", "duke/2.jpg", "readme.md"));
        assertRefused(
                "market1501",
                archive,
                archive
                        + " does not hold what psbench knows market1501 by: a file market_attribute.mat, or folders bounding_box_test,"
                        + " bounding_box_train, query. It holds duke/, readme.md. Nothing was put in place.");
        assertThat(files()).isEmpty();
    }

    @Test
    void archivesInAnArchiveAreNamedAndNotOpened() throws IOException {
        Path archive =
                MadeArchives.zip(folder.resolve("drive.zip"), List.of("PA-100K/data.zip", "PA-100K/annotation.zip"));
        assertRefused(
                "pa100k",
                archive,
                "There are archives in it (PA-100K/annotation.zip, PA-100K/data.zip): unpack it by hand, and give each of them with --archive.");
    }

    @Test
    void anEmptyArchiveIsTold() throws IOException {
        assertRefused("peta", MadeArchives.zip(folder.resolve("e.zip"), List.of()), "It holds no file at all.");
        assertRefused("peta", MadeArchives.tar(folder.resolve("e.tar"), List.of()), "It holds no file at all.");
        assertRefused(
                "peta",
                MadeArchives.zip(folder.resolve("f.zip"), List.of("a/", "__MACOSX/x")),
                "It holds no file at all.");
    }

    @Test
    void whatIsNoFileIsTold() {
        assertRefused("peta", folder.resolve("nowhere.zip"), "There is no file");
        assertRefused("peta", folder, "is no file. Give the archive itself");
    }

    @Test
    void dataSetsWithoutArchivesAreAMisuse() {
        assertThatThrownBy(() -> new Delivery("synthped", "", Map.of(), root))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.USAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"m.zip", "m.tgz"})
    void anInterruptionLeavesNothing(String name) throws IOException {
        Path archive = name.endsWith("zip")
                ? MadeArchives.zip(folder.resolve(name), MARKET)
                : MadeArchives.tar(folder.resolve(name), MARKET);
        Progress stopping = (what, units) -> new Progress.Task() {
            private int calls;

            @Override
            public void advance(long done) {
                calls++;
                if (calls == 4) {
                    assertThat(root.resolve(".psbench-unpacking/archive")).isNotEmptyDirectory();
                    throw new CancellationException();
                }
            }

            @Override
            public void note(String text) {}

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> new Delivery("market1501", "", Map.of(), root).unpack(archive, stopping))
                .isInstanceOf(CancellationException.class);
        assertThat(root).doesNotExist();
    }

    @Test
    void whatAKilledRunLeftIsCleanedByTheNext() throws IOException {
        Path left = root.resolve(".psbench-unpacking/archive/Market-1501-v15.09.15/query/half.jpg");
        Files.createDirectories(left.getParent());
        Files.writeString(left, "half");
        Path outside = Files.writeString(folder.resolve("outside"), "precious");
        Files.createSymbolicLink(root.resolve(".psbench-unpacking/link"), outside);
        deliver("market1501", MadeArchives.zip(folder.resolve("m.zip"), MARKET));
        assertThat(files()).containsExactlyInAnyOrderElementsOf(within("Market-1501-v15.09.15/", MARKET));
        assertThat(root.resolve(".psbench-unpacking")).doesNotExist();
        assertThat(outside).hasContent("precious");
    }

    @Test
    void anAsideThatIsALinkIsNotFollowed() throws IOException {
        Path precious = Files.createDirectories(folder.resolve("precious"));
        Files.writeString(precious.resolve("file"), "precious");
        Files.createDirectories(root);
        Files.createSymbolicLink(root.resolve(".psbench-unpacking"), precious);
        Path archive = MadeArchives.zip(folder.resolve("m.zip"), MARKET);
        assertThatThrownBy(() -> deliver("market1501", archive)).isInstanceOf(Failure.class);
        assertThat(precious.resolve("file")).hasContent("precious");
    }

    @Test
    void twoAtOnceAreOneTooMany() throws IOException {
        Path archive = MadeArchives.zip(folder.resolve("m.zip"), MARKET);
        try (Aside aside = Aside.in(root)) {
            Path working = Files.writeString(aside.make("archive").resolve("a"), "a");
            assertThatThrownBy(() -> deliver("market1501", archive))
                    .isInstanceOfSatisfying(
                            Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.BUSY))
                    .hasMessageContaining("Another psbench unpacks into " + root);
            assertThat(working).exists();
        }
        deliver("market1501", archive);
        assertThat(files()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"m.zip", "m.tgz"})
    void foldersWithTooFewOrTooManyPicturesAreRefused(String name) throws IOException {
        List<String> names = Stream.concat(
                        MARKET.stream(), Stream.of("query/2.jpg", "query/Thumbs.db", "market_attribute.mat"))
                .toList();
        Path archive = name.endsWith("zip")
                ? MadeArchives.zip(folder.resolve(name), within("m/", names))
                : MadeArchives.tar(folder.resolve(name), within("m/", names));
        assertThatThrownBy(() -> deliver(
                        "market1501",
                        Map.of("bounding_box_train", 12_936, "bounding_box_test", 1, "query", 1),
                        archive))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.DATA))
                .hasMessageContaining(
                        "bounding_box_train/ holds 1 pictures instead of 12,936, query/ holds 2 pictures instead of 1.")
                .hasMessageContaining("Download it again");
        assertThat(root).doesNotExist();
        Placed placed =
                deliver("market1501", Map.of("bounding_box_train", 1, "bounding_box_test", 1, "query", 2), archive);
        assertThat(placed.pictures()).hasSize(3).allMatch(PictureCount::whole);
    }

    @Test
    void aSubSetOfPetaIsCountedToo() throws IOException {
        Path archive = MadeArchives.zip(
                folder.resolve("p.zip"), List.of("PETA/MIT/archive/1.JPG", "PETA/MIT/archive/Label.txt"));
        assertThatThrownBy(() -> deliver("peta", Map.of("MIT/archive", 888, "GRID/archive", 1_275), archive))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(": MIT/archive/ holds 1 pictures instead of 888.");
        assertThat(root).doesNotExist();
        deliver("peta", Map.of("MIT/archive", 1, "GRID/archive", 1_275), archive);
        assertThat(files()).hasSize(2);
    }

    @Test
    void ofPaAPartWillDoAndIsTold() throws IOException {
        Path archive = MadeArchives.zip(folder.resolve("p.zip"), List.of("000001.jpg", "000002.jpg"));
        Placed placed = deliver("pa100k", Map.of("release_data/release_data", 100_000), archive);
        assertThat(placed.pictures()).containsExactly(new PictureCount("release_data/release_data", 2, 100_000));
    }

    @Test
    void aFileIsNoDataRoot() throws IOException {
        Path archive = MadeArchives.zip(folder.resolve("m.zip"), MARKET);
        Path file = Files.writeString(folder.resolve("file"), "precious");
        for (Path wrong : List.of(file, file.resolve("below/it"))) {
            root = wrong;
            assertThatThrownBy(() -> deliver("market1501", archive))
                    .isInstanceOfSatisfying(
                            Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.USAGE))
                    .hasMessageContaining(file + " is a file, not a folder");
        }
        assertThat(file).hasContent("precious");
    }

    @Test
    void aRefusedArchiveLeavesNoDataRootThatWasNotThere() throws IOException {
        root = folder.resolve("a/b/data");
        Path archive = MadeArchives.zip(folder.resolve("m.zip"), MARKET);
        Files.write(archive, Arrays.copyOf(Files.readAllBytes(archive), 200));
        assertRefused("market1501", archive, "the list of what is in it, which is its end, is missing or damaged");
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void aMoveThatFailsIsUndone() throws IOException {
        Path unpacked = Files.createDirectories(folder.resolve("unpacked"));
        Files.writeString(unpacked.resolve("a"), "a");
        Placement placement = new Placement(folder.resolve("m.zip"), unpacked, root);
        assertThatThrownBy(() -> placement.place(List.of(new Part.Move("a", "x/a"), new Part.Move("gone", "b"))))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.RESOURCES));
        assertThat(unpacked.resolve("a")).hasContent("a");
        assertThat(files()).isEmpty();
    }

    private Placed deliver(String dataset, Path archive) {
        return deliver(dataset, Map.of(), archive);
    }

    private Placed deliver(String dataset, Map<String, Integer> pictures, Path archive) {
        return new Delivery(dataset, "the layout", pictures, root).unpack(archive, Progress.SILENT);
    }

    private void assertRefused(String dataset, Path archive, String message) {
        assertThatThrownBy(() -> deliver(dataset, archive))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.DATA))
                .hasMessageContaining(message);
        assertThat(root.resolve(".psbench-unpacking")).doesNotExist();
    }

    private static List<String> within(String around, List<String> names) {
        return names.stream().map(name -> around + name).toList();
    }

    private List<String> files() throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }
}
