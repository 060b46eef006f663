package io.github.psbench.data.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are damaged or made to do harm. None of them leaves anything behind. */
class HostileArchiveTest {
    private static final int FLAGS_IN_DIRECTORY = 8;
    private static final int METHOD_IN_DIRECTORY = 10;
    private static final int CRC_IN_DIRECTORY = 16;
    private static final int SIZE_IN_DIRECTORY = 24;

    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void chooseARoot() throws IOException {
        root = Files.createDirectories(folder.resolve("x/y/data"));
    }

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        assertThat(root).isEmptyDirectory();
        try (Stream<Path> around = Files.list(folder.resolve("x/y"))) {
            assertThat(around).containsExactly(root);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "../../query/a.jpg, leads out of the folder",
        "query/../../a.jpg, leads out of the folder",
        "/absolute/evil, has an absolute path",
        "C:/evil, has an absolute path",
        "query/..\\..\\evil, has a backslash",
    })
    void namesThatLeadElsewhereAreRefusedInZipAndTar(String name, String why) throws IOException {
        List<String> names = List.of("query/fine.jpg", name);
        assertRefused(MadeArchives.zip(folder.resolve("slip.zip"), names), why);
        assertRefused(MadeArchives.tar(folder.resolve("slip.tar"), names), why);
        assertRefused(MadeArchives.tar(folder.resolve("slip.tgz"), names), why);
    }

    @Test
    void namesWithControlCharactersOrTooLongAreRefused() throws IOException {
        assertRefused(MadeArchives.zip(folder.resolve("c.zip"), List.of("query/a\u0007")), "control characters");
        assertRefused(MadeArchives.tar(folder.resolve("c.tar"), List.of("query/a\n")), "control characters");
        List<String> tooLong = List.of("query/" + "a".repeat(300));
        assertRefused(MadeArchives.zip(folder.resolve("l.zip"), tooLong), "too long a name");
        assertRefused(MadeArchives.tar(folder.resolve("l.tar"), tooLong), "too long a name");
    }

    @ParameterizedTest
    @CsvSource({
        "50, is a symbolic link",
        "49, is a hard link",
        "51, is a device",
        "52, is a device",
        "54, is a device",
        "83, is neither a file nor a folder"
    })
    void tarEntriesThatAreNeitherFilesNorFoldersAreRefused(byte flag, String why) throws IOException {
        TarArchiveEntry special = MadeArchives.special("query/a.jpg", flag);
        assertRefused(MadeArchives.tarOf(folder.resolve("s.tar"), List.of(special)), why);
    }

    @Test
    void aLinkThatLooksLikeAFolderIsRefusedToo() throws IOException {
        TarArchiveEntry link = MadeArchives.special("query/", TarConstants.LF_SYMLINK);
        assertRefused(
                MadeArchives.tarOf(folder.resolve("s.tar"), List.of(link, MadeArchives.entry("query/a.jpg"))),
                "symbolic link");
    }

    /** Its holes would come out as zeros that are not in the archive. */
    @Test
    void aSparseFileIsRefused() throws IOException {
        Path tar = folder.resolve("s.tar");
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(Files.newOutputStream(tar))) {
            byte[] extended = "22 GNU.sparse.size=99\n".getBytes(StandardCharsets.US_ASCII);
            assertThat(extended).hasSize(22);
            TarArchiveEntry header = new TarArchiveEntry("x", TarConstants.LF_PAX_EXTENDED_HEADER_LC);
            header.setSize(extended.length);
            out.putArchiveEntry(header);
            out.write(extended);
            out.closeArchiveEntry();
            out.putArchiveEntry(new TarArchiveEntry("query/a.jpg"));
            out.closeArchiveEntry();
        }
        assertRefused(tar, "is a sparse file");
    }

    @Test
    void zipEntriesThatAreLinksOrDevicesAreRefused() throws IOException {
        assertRefused(MadeArchives.zipOfMode(folder.resolve("l.zip"), "query/a.jpg", 0120777), "is a symbolic link");
        assertRefused(
                MadeArchives.zipOfMode(folder.resolve("d.zip"), "query/a.jpg", 0060644),
                "is neither a file nor a folder");
    }

    @Test
    void encryptedEntriesAreRefused() throws IOException {
        Path zip = MadeArchives.zip(folder.resolve("e.zip"), List.of("query/a.jpg"));
        MadeArchives.editDirectory(
                zip,
                (bytes, at) ->
                        bytes.putShort(at + FLAGS_IN_DIRECTORY, (short) (bytes.getShort(at + FLAGS_IN_DIRECTORY) | 1)));
        assertRefused(zip, "is encrypted");
    }

    @Test
    void unknownCompressionIsRefused() throws IOException {
        Path zip = MadeArchives.zip(folder.resolve("m.zip"), List.of("query/a.jpg"));
        MadeArchives.editDirectory(zip, (bytes, at) -> bytes.putShort(at + METHOD_IN_DIRECTORY, (short) 14));
        assertRefused(zip, "is compressed by a method (LZMA) that psbench does not read");
    }

    @ParameterizedTest
    @CsvSource({
        "query/a.jpg, query/a.jpg",
        "query/a.jpg, query/A.JPG",
        "Query/a.jpg, query/b.jpg",
        "query/\u00e9, query/e\u0301",
        "query, query/a.jpg",
        "query/a.jpg, query"
    })
    void namesThatSomeFileSystemsTakeForOneAreRefused(String one, String other) throws IOException {
        List<String> names = List.of(one, other);
        assertRefused(MadeArchives.zip(folder.resolve("d.zip"), names), "is there twice, or differs in case only");
        assertRefused(MadeArchives.tar(folder.resolve("d.tar"), names), "is there twice, or differs in case only");
    }

    @Test
    void aWrongChecksumIsTold() throws IOException {
        Path zip = MadeArchives.zip(folder.resolve("crc.zip"), List.of("query/a.jpg"));
        MadeArchives.editDirectory(zip, (bytes, at) -> bytes.putInt(at + CRC_IN_DIRECTORY, 12345));
        assertRefused(zip, "the checksum of its entry 'query/a.jpg' does not match");
    }

    @Test
    void aLengthThatIsNotTheDirectorysIsTold() throws IOException {
        Path zip = MadeArchives.zip(folder.resolve("length.zip"), List.of("query/a.jpg"));
        MadeArchives.editDirectory(zip, (bytes, at) -> bytes.putInt(at + SIZE_IN_DIRECTORY, 3));
        assertRefused(zip, "damaged or was not downloaded whole");
    }

    @Test
    void anArchiveCutAnywhereIsTold() throws IOException {
        List<String> names = IntStream.range(0, 40)
                .mapToObj(i -> "query/" + "x".repeat(i) + ".jpg")
                .toList();
        for (String name : List.of("cut.zip", "cut.tar", "cut.tgz")) {
            Path whole = name.endsWith("zip")
                    ? MadeArchives.zip(folder.resolve(name), names)
                    : MadeArchives.tar(folder.resolve(name), names);
            byte[] bytes = Files.readAllBytes(whole);
            int end = name.endsWith(".tar") ? 80 * 512 : bytes.length; // what follows in a tar is padding
            for (int length = 1; length < end; length += Math.max(1, end / 31)) {
                Files.write(whole, Arrays.copyOf(bytes, length));
                assertThatThrownBy(() -> deliver(whole, Limits.USUAL))
                        .as("%s cut after %d of %d bytes", name, length, bytes.length)
                        .isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.kind())
                                .isEqualTo(ErrorKind.DATA))
                        .hasMessageNotContaining("not a ZIP")
                        .hasMessageNotContaining("Exception");
            }
        }
    }

    @Test
    void anArchiveWithAnyByteChangedIsWholeOrRefused() throws IOException {
        long seed = 20260105;
        Random random = new Random(seed);
        Path sound = MadeArchives.tar(folder.resolve("sound.tgz"), List.of("query/a.jpg", "query/b.jpg"));
        Path zip = MadeArchives.zip(folder.resolve("sound.zip"), List.of("query/a.jpg", "query/b.jpg"));
        for (Path original : List.of(sound, zip)) {
            byte[] bytes = Files.readAllBytes(original);
            for (int i = 0; i < 100; i++) {
                byte[] changed = bytes.clone();
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(original, changed);
                try {
                    deliver(original, Limits.USUAL);
                    // A date, say, or a name. Remove what it put in place.
                    empty(root);
                } catch (Failure e) {
                    assertThat(e.kind())
                            .as("seed %d, change %d: %s", seed, i, e.getMessage())
                            .isEqualTo(ErrorKind.DATA);
                }
            }
        }
    }

    @Test
    void moreBytesThanAllowedAreRefusedWhileTheyCome() throws IOException {
        Limits limits = new Limits(1000, 100_000, 0, 100);
        byte[] large = new byte[5000];
        Path zip = MadeArchives.zipOf(folder.resolve("b.zip"), "query/a.jpg", large);
        assertRefused(zip, limits, "it would unpack to more than 0 MB");
        MadeArchives.editDirectory(zip, (bytes, at) -> bytes.putInt(at + SIZE_IN_DIRECTORY, 10));
        assertRefused(zip, limits, "it would unpack to more than 0 MB");
        assertRefused(
                MadeArchives.tar(folder.resolve("b.tgz"), List.of("query/" + "a".repeat(200))),
                limits,
                "it would unpack to more than");
    }

    @Test
    void whatShrinksTooWellIsRefused() throws IOException {
        Limits limits = new Limits(1 << 30, 100, 1 << 20, 100);
        Path zip = MadeArchives.zipOf(folder.resolve("z.zip"), "query/a.jpg", new byte[20 << 20]);
        assertThat(Files.size(zip)).isLessThan(100_000);
        assertRefused(zip, limits, "it would unpack to more than");
        MadeArchives.editDirectory(zip, (bytes, at) -> bytes.putInt(at + SIZE_IN_DIRECTORY, 10));
        assertRefused(zip, limits, "it would unpack to more than");
        Path litter = MadeArchives.zipOf(folder.resolve("z.zip"), "query/.DS_Store", new byte[20 << 20]);
        assertRefused(litter, limits, "it would unpack to more than");
    }

    @Test
    void zerosInATarAreCountedToItsEnd() throws IOException {
        Path tar = MadeArchives.tar(folder.resolve("z.tar"), List.of("query/a.jpg"));
        byte[] bytes = Files.readAllBytes(tar);
        Path gz = folder.resolve("z.tgz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            out.write(bytes);
            out.write(new byte[20 << 20]);
        }
        assertRefused(gz, new Limits(1 << 30, 100, 1 << 20, 100), "it would unpack to more than");
    }

    @Test
    void tooManyEntriesAreRefused() throws IOException {
        List<String> names =
                IntStream.range(0, 101).mapToObj(i -> "query/" + i + ".jpg").toList();
        Limits limits = new Limits(1 << 20, 100, 1 << 20, 100);
        assertRefused(MadeArchives.zip(folder.resolve("n.zip"), names), limits, "it has more than 100 entries");
        assertRefused(MadeArchives.tar(folder.resolve("n.tar"), names), limits, "it has more than 100 entries");
    }

    @Test
    void roomOnTheDiskIsLookedForFirst() throws IOException {
        List<String> names =
                IntStream.range(0, 4000).mapToObj(i -> "query/" + i + ".jpg").toList();
        Path zip = MadeArchives.zip(folder.resolve("large.zip"), names);
        MadeArchives.editDirectory(zip, (bytes, at) -> bytes.putInt(at + SIZE_IN_DIRECTORY, -2)); // 4 GiB each
        assertThatThrownBy(() -> deliver(zip, new Limits(1L << 50, 1L << 40, 0, 1 << 20)))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.RESOURCES))
                .hasMessageContaining(" needs 17,179,86")
                .hasMessageContaining("MB are free in " + root);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tgz"})
    void whatIsNoArchiveIsNamed(String name) throws IOException {
        Path file = folder.resolve(name);
        assertRefused(Files.writeString(file, ""), "is empty");
        assertRefused(
                Files.writeString(
                        file, "\ufeff\n<!DOCTYPE html>\n<html><head><title>Google Drive - Virus scan warning"),
                "is a web page and no archive");
        assertRefused(
                Files.writeString(file, "Quota exceeded\nCome back tomorrow"),
                "is text and no archive; it begins with 'Quota exceeded'");
        assertRefused(Files.write(file, new byte[] {1, 2, 3, 0, (byte) 0xfe}), "it begins with the bytes 01020300fe");
        assertRefused(
                Files.writeString(file, "MATLAB 5.0 MAT-file, Platform: GLNXA64"),
                "is a MATLAB file and no archive. Copy it to its place");
        assertRefused(
                Files.write(file, new byte[] {'R', 'a', 'r', '!', 0x1a, 7, 0}),
                "is a RAR archive, which psbench does not unpack. Unpack it by hand; below " + root
                        + " the data set is to lie so:\n  the layout");
        assertRefused(
                Files.write(file, new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c, 0}), "is a 7z archive");
    }

    @Test
    void somethingElseCompressedByGzipIsNoArchive() throws IOException {
        Path gz = folder.resolve("PETA.mat.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            out.write("MATLAB".repeat(1000).getBytes(StandardCharsets.US_ASCII));
        }
        assertRefused(gz, "is compressed by gzip, but not a tar archive");
    }

    private void assertRefused(Path archive, String message) {
        assertRefused(archive, Limits.USUAL, message);
    }

    private void assertRefused(Path archive, Limits limits, String message) {
        assertThatThrownBy(() -> deliver(archive, limits))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.DATA))
                .hasMessageContaining(archive.toString())
                .hasMessageContaining(message);
    }

    private Placed deliver(Path archive, Limits limits) {
        return new Delivery("market1501", "the layout", Map.of(), root, limits).unpack(archive, Progress.SILENT);
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
    }
}
