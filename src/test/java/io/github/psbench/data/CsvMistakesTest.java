package io.github.psbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be wrong in a csv-folder, and what is said of it. */
class CsvMistakesTest {
    @TempDir
    private Path root;

    private SmallCsvFolder small;

    @BeforeEach
    void makeFolder() throws IOException {
        small = new SmallCsvFolder(root.resolve("people")).write();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "path,split,gender ~ the column 'carrying' is missing; the columns are path,split,gender,carrying",
                "split,gender,carrying,file ~ the column 'path' is missing",
                "path,split,gender,carying ~ column 4: unknown name 'carying'; did you mean 'carrying'? Known: path, split",
                "path,split,gender,carrying,age ~ column 5: unknown name 'age'; known: path, split, gender, carrying",
                "path,split,gender,carrying, ~ column 5 has no name; a comma at the end",
                "path,split,gender,carrying,gender ~ the column 'gender' is there twice",
                "path,split,Gender,carrying ~ column 3: unknown name 'Gender'; did you mean 'gender'?"
            })
    void columnsAreThoseOfTheSchema(String header, String mistake) throws IOException {
        small.images(header + "\n");
        assertThat(mistakes()).anyMatch(line -> line.startsWith("images.csv:1:1: " + mistake));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "images/a.png,train,femal, ~ column 'gender': unknown value 'femal'",
                "images/a.png,train,, ~ column 'gender': unknown value nothing",
                "images/a.png,train,male|female, ~ column 'gender': its values exclude each other, so give one of 'male|female'",
                "images/a.png,train,none, ~ column 'gender': unknown value 'none'",
                "images/a.png,train,male,bagpack ~ column 'carrying': unknown attribute 'bagpack'",
                "images/a.png,train,male,backpack| ~ column 'carrying': unknown attribute nothing",
                "images/a.png,train,male,none|backpack ~ column 'carrying': unknown attribute 'none'",
                "images/a.png,train,male,backpack|backpack ~ column 'carrying': 'backpack' is there twice",
                "images/a.png,test,male, ~ column 'split': unknown split 'test'",
                "images/a.png,Train,male, ~ column 'split': unknown split 'Train'",
                "images/a.png,,male, ~ column 'split': unknown split nothing",
                "images/a.png,train,male ~ the first line has 4 cells, this one 3",
                "images/a.png,train,male,, ~ the first line has 4 cells, this one 5",
                "images/b.png,train,male, ~ column 'path': 'images/b.png' is in line 2 already",
                ",train,male, ~ column 'path' must lead from the folder to a file in it",
                "/etc/hostname,train,male, ~ column 'path' must lead from the folder to a file in it",
                "../people/images/a.png,train,male, ~ column 'path' must lead from the folder to a file in it",
                "images/./a.png,train,male, ~ column 'path' must lead from the folder to a file in it",
                "images//a.png,train,male, ~ column 'path' must lead from the folder to a file in it",
                "images\\a.png,train,male, ~ column 'path': write slashes, not backslashes, got 'images\\a.png'",
                "images/e.png,train,male, ~ column 'path': FOLDER/images/e.png is not there",
                "images,train,male, ~ column 'path': FOLDER/images is not a file",
                "images/a.png/x,train,male, ~ column 'path': FOLDER/images/a.png/x cannot be read",
                "`images/\"a.png,train,male,` ~ column 'path': FOLDER/images/\"a.png is not there",
                "`\"images/a.png,train,male,` ~ not valid CSV: a quoted cell begins here that no quote ends",
                "`\"images/a.png\"x,train,male,` ~ not valid CSV: a quoted cell begins here that no quote ends"
            })
    void everyRowIsChecked(String row, String mistake) throws IOException {
        String others = "images/b.png,train,male,\nimages/c.png,gallery,male,\n";
        small.images(SmallCsvFolder.HEADER + "\n" + others + row + "\n");
        assertThat(mistakes())
                .singleElement()
                .asString()
                .startsWith("images.csv:4:1: " + mistake.replace("FOLDER/", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "`` ~ images.csv:1:1: empty; its first line must be path,split,gender,carrying",
                "path,split,gender,carrying ~ images.csv:1:1: no image has the split gallery; both are needed",
                "`path,split,gender,carrying\nimages/a.png,train,male,` ~ images.csv:1:1: no image has the split gallery",
                "`path,split,gender,carrying\nimages/a\u0000.png,train,male,` ~ images.csv:2:1: the control character U+0000"
            })
    void theFileAsAWholeIsChecked(String text, String mistake) throws IOException {
        small.images(text);
        assertThat(mistakes().get(0)).startsWith(mistake);
    }

    @Test
    void otherEncodingsAreToldByTheLineOfTheFirstForeignByte() throws IOException {
        String text = SmallCsvFolder.HEADER + "\nimages/a.png,train,male,\nimages/ä.png,train,male,\n";
        small.images(text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(mistakes()).containsExactly("images.csv:3:1: not UTF-8 text; save it as UTF-8");
        small.images(text.getBytes(StandardCharsets.UTF_16));
        assertThat(mistakes()).containsExactly("images.csv:1:1: not UTF-8 text; save it as UTF-8");
        byte[] cut = (text + "ä").getBytes(StandardCharsets.UTF_8);
        small.images(Arrays.copyOf(cut, cut.length - 1));
        assertThat(mistakes()).containsExactly("images.csv:4:1: not UTF-8 text; save it as UTF-8");
    }

    @Test
    void otherSeparatorsAreToldOnce() throws IOException {
        small.images("path;split;gender;carrying\nimages/a.png;train;male;\n");
        assertThat(mistakes())
                .containsExactly(
                        "images.csv:1:1: cells must be separated by commas, got 'path;split;gender;carrying'; save the table as CSV with commas");
    }

    @Test
    void whatIsLongIsCutInMessages() throws IOException {
        small.images(SmallCsvFolder.HEADER + "\nimages/a.png,train," + "x".repeat(1_000_000) + ",\n");
        assertThat(mistakes()).singleElement().asString().contains("'xxx").hasSizeLessThan(200);
        small.images("x".repeat(1_000_000));
        assertThat(mistakes()).allSatisfy(line -> assertThat(line).hasSizeLessThan(200));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "`` ~ 1:1: the file must be a mapping of keys to values, got nothing",
                "groups: ~ 1:8: groups has no value",
                "groups: {} ~ 1:9: groups must be at least one, got []",
                "group: {} ~ 1:1: unknown key 'group'",
                "groups: {gender: } ~ 1:10: one-of must be given, or any-of, and not both",
                "`groups: {gender: {one-of: [a, b]}, path: {one-of: [a, b]}}` ~ 1:36: no group may be named 'path'",
                "`groups: {split: {any-of: [a]}}` ~ 1:10: no group may be named 'split'",
                "`groups: {gender: {one-of: [a, b], any-of: [c]}}` ~ 1:27: one-of must be given, or any-of, and not both",
                "`groups: {gender: {one-of: [a, a]}}` ~ 1:27: one-of must all be different",
                "`groups: {gender: {any-of: [a|b]}}` ~ 1:27: any-of must be names without '|' and ' + '",
                "`groups: {gender: {any-of: [none]}}` ~ 1:27: any-of must not have 'none'",
                "`groups: {gender: {one-of: [a, b]}` ~ 1:34: not valid YAML"
            })
    void theSchemaIsChecked(String text, String mistake) throws IOException {
        small.schema(text);
        assertThat(mistakes()).anyMatch(line -> line.startsWith("schema.yaml:" + mistake));
    }

    @Test
    void linksMayNotLeadOutOfTheFolderOrInCircles() throws IOException {
        Path outside = root.resolve("outside.png");
        Files.copy(small.folder().resolve("images/a.png"), outside);
        link("images/out.png", outside);
        link("out", root);
        link("images/in.png", Path.of("a.png"));
        link("images/loop.png", Path.of("loop.png"));
        link("images/nowhere.png", Path.of("nothing.png"));
        small.images(SmallCsvFolder.HEADER + "\n" + SmallCsvFolder.ROWS + """
                images/out.png,train,male,
                out/outside.png,train,male,
                images/in.png,train,male,
                images/loop.png,train,male,
                images/nowhere.png,train,male,
                """);
        assertThat(mistakes())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo(
                                        "images.csv:6:1: column 'path': images/out.png is a link that leads out of the folder; "
                                                + "put a copy in its place"),
                        line -> assertThat(line)
                                .startsWith("images.csv:7:1: column 'path': out/outside.png is a link that leads out"),
                        line -> assertThat(line)
                                .startsWith(
                                        "images.csv:9:1: column 'path': images/loop.png is a link that leads nowhere, or in a circle"),
                        line -> assertThat(line)
                                .isEqualTo("images.csv:10:1: column 'path': images/nowhere.png is not there"));
        Path link = root.resolve("linked");
        Files.createSymbolicLink(link, small.folder());
        new SmallCsvFolder(small.folder()).write();
        assertThat(new CsvFolder(link.toString(), Encoding.PATTERNS)
                        .load(new Places(root, root.resolve("cache")), Progress.SILENT)
                        .images())
                .as("the folder itself may be a link")
                .hasSize(4);
    }

    @Test
    void whatMayNotBeReadIsTold() throws IOException {
        Path picture = small.folder().resolve("images/a.png");
        Files.setPosixFilePermissions(picture, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(picture), "root reads everything");
        assertThat(mistakes())
                .containsExactly("images.csv:2:1: column 'path': images/a.png may not be read; check its permissions");
        Path rows = small.folder().resolve("images.csv");
        Files.setPosixFilePermissions(rows, PosixFilePermissions.fromString("---------"));
        assertThat(mistakes()).singleElement().asString().startsWith("images.csv: cannot be read");
    }

    private void link(String name, Path target) throws IOException {
        Files.createSymbolicLink(small.folder().resolve(name), target);
    }

    /** As lines without the folder. */
    private List<String> mistakes() {
        CsvFolder folder = new CsvFolder(small.folder().toString(), Encoding.PATTERNS);
        Failure failure = catchThrowableOfType(
                Failure.class, () -> folder.load(new Places(root, root.resolve("cache")), Progress.SILENT));
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).isEqualTo(ErrorKind.DATA);
        return failure.getMessage().replace(small.folder() + "/", "").lines().toList();
    }
}
