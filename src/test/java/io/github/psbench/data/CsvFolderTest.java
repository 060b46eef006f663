package io.github.psbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFolderTest {
    @TempDir
    private Path root;

    private Places places;
    private SmallCsvFolder small;

    @BeforeEach
    void makeFolder() throws IOException {
        places = new Places(root.resolve("data"), root.resolve("cache"));
        small = new SmallCsvFolder(places.data().resolve("people")).write();
    }

    @Test
    void takesImagesInTheOrderOfTheirRows() throws IOException {
        small.images(SmallCsvFolder.HEADER + """

                images/d.png,gallery,male,
                images/c.png,train,male,
                images/b.png,gallery,female,umbrella
                images/a.png,train,male,umbrella
                """);
        PersonDataset dataset = load();
        assertThat(dataset.name()).isEqualTo("csv-folder");
        assertThat(dataset.train()).extracting(PersonImage::name).containsExactly("images/c.png", "images/a.png");
        assertThat(dataset.gallery()).extracting(PersonImage::name).containsExactly("images/d.png", "images/b.png");
        assertThat(dataset.train().get(0).picture().get().height()).isEqualTo(8);
        assertThat(dataset.partial()).isNull();
    }

    @Test
    void describesPeopleInTheGroupsOfTheSchema() {
        PersonDataset dataset = load();
        assertThat(dataset.schema().groups()).extracting(AttributeGroup::name).containsExactly("gender", "carrying");
        assertThat(dataset.gallery())
                .extracting(image -> dataset.schema().describe(image.category()))
                .containsExactly("gender female, carrying backpack", "gender female, carrying backpack + umbrella");
        assertThat(dataset.schema().describe(dataset.train().get(0).category()))
                .isEqualTo("gender male, carrying none");
        assertThat(dataset.unseenCategories())
                .containsExactly(dataset.gallery().get(1).category());
        assertThat(dataset.schema().bits()).isEqualTo(2 + 3);
        assertThat(new CsvFolder("people", Encoding.BITS)
                        .load(places, Progress.SILENT)
                        .schema()
                        .bits())
                .isEqualTo(1 + 2);
    }

    @Test
    void aColumnMayStandAnywhere() throws IOException {
        String digest = load().digest();
        small.images("""
                carrying,gender,path,split
                ,male,images/a.png,train
                backpack,female,images/b.png,train
                backpack,female,images/c.png,gallery
                umbrella|backpack,female,images/d.png,gallery
                """);
        assertThat(load().digest()).isEqualTo(digest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                \uFEFFpath,split,gender,carrying\r
                images/a.png,train,male,none\r
                images/b.png,train,female,backpack\r
                images/c.png,gallery,female,backpack\r
                images/d.png,gallery,female,backpack|umbrella""", """
                path, split, "gender",carrying

                "images/a.png",train ,male,""
                images/b.png,train,female, backpack
                images/c.png,gallery,"female","backpack"
                images/d.png,gallery,female,"backpack | umbrella"

                """})
    void spreadsheetsAndHandsWriteTheSameThingDifferently(String text) throws IOException {
        String digest = load().digest();
        small.images(text);
        assertThat(load().digest()).isEqualTo(digest);
    }

    @Test
    void namesMayHoldCommasQuotesSpacesAndOtherAlphabets() throws IOException {
        small.schema("groups: {'colour, upper': {one-of: ['a, b', 'say \"x\"']}, größe: {any-of: [大]}}");
        for (String path : List.of("bil der/ä, \"1\".png", "写真/人.png")) {
            small.picture(path);
        }
        small.images("""
                path,split,"colour, upper",größe
                "bil der/ä, ""1"".png",train,"a, b",大
                写真/人.png,gallery,"say ""x""\",
                """);
        PersonDataset dataset = load();
        assertThat(dataset.images()).extracting(PersonImage::name).containsExactly("bil der/ä, \"1\".png", "写真/人.png");
        assertThat(dataset.images().get(1).picture().get().width()).isEqualTo(4);
    }

    @Test
    void filesThatNoRowNamesAreLeftAlone() throws IOException {
        String digest = load().digest();
        Files.writeString(small.folder().resolve("images/notes.txt"), "mine");
        assertThat(load().digest()).isEqualTo(digest);
        assertThat(folder("people").verify(places, Progress.SILENT).faults()).isEmpty();
    }

    @Test
    void whereTheFolderLiesIsNotInTheDigest() throws IOException {
        String digest = load().digest();
        SmallCsvFolder elsewhere = new SmallCsvFolder(root.resolve("elsewhere")).write();
        assertThat(folder(elsewhere.folder().toString())
                        .load(places, Progress.SILENT)
                        .digest())
                .as("an absolute path")
                .isEqualTo(digest);
        Places inside = new Places(elsewhere.folder(), places.cache());
        assertThat(folder(".").load(inside, Progress.SILENT).digest())
                .as("the data root itself")
                .isEqualTo(digest);
        small.images((SmallCsvFolder.HEADER + "\n" + SmallCsvFolder.ROWS).replace("male,\n", "male,umbrella\n"));
        assertThat(load().digest()).as("another annotation").isNotEqualTo(digest);
    }

    @Test
    void verifyingTellsOfEveryPictureAndCountingNeedsNone() throws IOException {
        Files.writeString(small.folder().resolve("images/a.png"), "no picture");
        Files.delete(small.folder().resolve("images/c.png"));
        Verification verification = folder("people").verify(places, Progress.SILENT);
        assertThat(verification.faults())
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.MISSING, Fault.Kind.DAMAGED);
        assertThat(verification.digests()).isNull();
        assertThat(folder("people").counts(places))
                .isEqualTo(new DatasetCounts(2, 2, 1, OptionalInt.of(2), OptionalInt.of(2), "found without 1 of 4"));
    }

    @Test
    void aFolderThatIsNoneIsToldWithHowItsPathCounts() {
        assertThat(folder("people").missing(places)).isEmpty();
        assertThat(folder("persons").missing(places)).hasValueSatisfying(reason -> assertThat(reason)
                .contains(places.data().resolve("persons/schema.yaml").toString()));
        Failure failure =
                catchThrowableOfType(Failure.class, () -> folder("persons").load(places, Progress.SILENT));
        assertThat(failure.kind()).isEqualTo(ErrorKind.DATA);
        assertThat(failure)
                .hasMessageContaining(places.data().resolve("persons").toString())
                .hasMessageContaining("counts from the data root")
                .hasMessageContaining("psbench data init");
    }

    @Test
    void mistakesOfBothFilesAreToldAtOnceWithFileAndLine() throws IOException {
        small.schema("groups:\n  gender: {one-of: [male]}\n  carrying: {any-of: [backpack, umbrella]}\n");
        small.images(SmallCsvFolder.HEADER + "\nimages/a.png,train,male,\nimages/b.png,tain,female,backpack\n");
        assertThat(mistakes())
                .containsExactly(
                        "images.csv:3:1: column 'split': unknown split 'tain'; did you mean 'train'? Known: train, gallery",
                        "schema.yaml:2:20: one-of must have at least two values, got [male]");
    }

    @Test
    void ofManyMistakesSomeAreToldAndTheOthersCounted() throws IOException {
        small.schema("groups:\n  gender: {one-of: [male]}\n  carrying: {any-of: [backpack]}\n");
        small.images("path,split\n" + "../a.png,train\n".repeat(1234));
        assertThat(mistakes())
                .hasSize(22)
                .startsWith(
                        "images.csv:2:1: column 'path' must lead from the folder to a file in it, without '.', '..' and empty parts, "
                                + "got '../a.png'")
                .contains("images.csv: and 1,214 more mistakes")
                .endsWith("schema.yaml:2:20: one-of must have at least two values, got [male]");
    }

    @Test
    void linesAreCountedThroughQuotedLineBreaksAndEmptyLines() throws IOException {
        small.images(SmallCsvFolder.HEADER + "\r\n\r\n\"images/\r\na.png\",train,male,\r\nimages/b.png,train,x,\r\n");
        assertThat(mistakes()).last().asString().startsWith("images.csv:5:1: column 'gender': unknown value 'x'");
    }

    /** As lines without the folder. */
    private List<String> mistakes() {
        Failure failure = catchThrowableOfType(Failure.class, this::load);
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).isEqualTo(ErrorKind.DATA);
        return failure.getMessage().replace(small.folder() + "/", "").lines().toList();
    }

    private PersonDataset load() {
        return load(small);
    }

    private PersonDataset load(SmallCsvFolder folder) {
        return folder(folder.folder().toString()).load(places, Progress.SILENT);
    }

    private static CsvFolder folder(String path) {
        return new CsvFolder(path, Encoding.PATTERNS);
    }
}
