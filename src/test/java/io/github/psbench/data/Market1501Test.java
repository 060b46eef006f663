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
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Market1501Test {
    @TempDir
    private Path root;

    private Path folder;
    private Places places;

    @BeforeEach
    void makeFolder() throws IOException {
        places = new Places(root.resolve("data"), root.resolve("cache"));
        folder = places.data().resolve("Market-1501-v15.09.15");
        new SmallMarket(folder).write();
    }

    @Test
    void takesTrainThenTestThenQueryInOrderOfFileNamesWithoutDistractors() {
        PersonDataset dataset = load(places);
        assertThat(dataset.train())
                .extracting(PersonImage::name)
                .containsExactly(
                        "bounding_box_train/0002_c1s1_000451_03.jpg",
                        "bounding_box_train/0002_c2s1_000301_01.jpg",
                        "bounding_box_train/0007_c3s3_077419_03.jpg",
                        "bounding_box_train/0010_c1s1_000451_03.jpg");
        assertThat(dataset.gallery())
                .extracting(PersonImage::name)
                .containsExactly(
                        "bounding_box_test/0001_c1s1_001051_02.jpg.jpg",
                        "bounding_box_test/0003_c1s1_000376_01.jpg",
                        "query/0001_c1s1_001051_00.jpg",
                        "query/0003_c4s1_000301_00.jpg");
    }

    @Test
    void makesCategoriesOfTheAttributesOfPeople() {
        PersonDataset dataset = load(places);
        assertThat(dataset.trainCategories()).hasSize(2);
        assertThat(dataset.queryCategories()).hasSize(2);
        assertThat(dataset.unseenCategories())
                .containsExactly(dataset.gallery().get(1).category());
        assertThat(dataset.schema().describe(dataset.train().get(2).category()))
                .isEqualTo(
                        "age adult, bag backpack, lower colour none, upper colour none, clothes dress, lower length long,"
                                + " sleeve length long, hair short, hat no, gender male");
        assertThat(dataset.schema().describe(dataset.train().get(0).category()))
                .contains("upper colour red", "gender female", "bag none");
    }

    @Test
    void decodesPicturesOnDemand() throws IOException {
        PersonDataset dataset = load(places);
        assertThat(dataset.train().get(0).picture().get().height()).isEqualTo(16);
        Path first = folder.resolve(dataset.train().get(0).name());
        Files.delete(first);
        Failure failure = catchThrowableOfType(
                Failure.class, () -> dataset.train().get(0).picture().get());
        assertThat(failure).hasMessageContaining(first.toString()).hasMessageContaining("is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Market-1501", "market1501", ""})
    void isFoundUnderOtherNames(String name) throws IOException {
        String digest = load(places).digest();
        Path other = root.resolve("other");
        new SmallMarket(other.resolve(name)).write();
        assertThat(load(new Places(other, places.cache())).digest())
                .as("where the files lie is not in the digest")
                .isEqualTo(digest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Market-1501-v15.09.15/", "", "market1501/"})
    void findsTheAnnotationElsewhere(String place) throws IOException {
        Path elsewhere = places.data().resolve(place + "market_attribute.mat");
        Files.createDirectories(elsewhere.getParent());
        Files.move(folder.resolve("attribute/market_attribute.mat"), elsewhere);
        assertThat(load(places).train()).hasSize(4);
    }

    @Test
    void digestTellsPicturesAndAnnotationsApart() throws IOException {
        String digest = load(places).digest();
        assertThat(digest).matches("[0-9a-f]{64}");
        Path picture = folder.resolve("query/0001_c1s1_001051_00.jpg");
        Files.copy(folder.resolve("query/0003_c4s1_000301_00.jpg"), picture, StandardCopyOption.REPLACE_EXISTING);
        String withOtherPicture = load(places).digest();
        assertThat(withOtherPicture).isNotEqualTo(digest);
        SmallMarket other = new SmallMarket(folder);
        SmallMarket.set(other.test, "hat", 2, 1);
        other.writeAnnotation(folder.resolve("attribute/market_attribute.mat"));
        assertThat(load(places).digest()).isNotIn(digest, withOtherPicture);
    }

    @Test
    void readsNoPictureTwiceUnlessItChanged() throws IOException {
        String digest = load(places).digest();
        Path picture = folder.resolve("query/0001_c1s1_001051_00.jpg");
        FileTime time = Files.getLastModifiedTime(picture);
        byte[] bytes = Files.readAllBytes(picture);
        bytes[bytes.length - 3] ^= 1;
        Files.write(picture, bytes);
        Files.setLastModifiedTime(picture, time);
        assertThat(load(places).digest()).as("size and time are the same").isEqualTo(digest);
        Files.setLastModifiedTime(picture, FileTime.fromMillis(time.toMillis() + 1000));
        assertThat(load(places).digest()).as("the time is another").isNotEqualTo(digest);
    }

    @Test
    void makesADamagedRememberedDigestAgain() throws IOException {
        String digest = load(places).digest();
        Path kept;
        try (Stream<Path> files = Files.list(places.cache().resolve("digests"))) {
            kept = files.toList().get(0);
        }
        Files.writeString(kept, digest.substring(1));
        assertThat(load(places).digest()).isEqualTo(digest);
        assertThat(kept).hasContent(load(places).digests().pictures() + "\n");
    }

    @Test
    void tellsTheLayoutAndTheOriginWhereNothingIs() {
        assertFails(new Places(root.resolve("empty"), places.cache()))
                .contains(
                        root.resolve("empty").toString(),
                        "there is no such folder",
                        "bounding_box_train/",
                        "attribute/market_attribute.mat",
                        "--data",
                        "$PSBENCH_DATA",
                        "psbench data get market1501");
    }

    @Test
    void tellsWhichFolderIsMissing() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("query"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertThat(load(places).gallery()).as("the gallery is of both folders").hasSize(2);
        Files.delete(folder.resolve("query"));
        assertFails(places).contains("the folder " + folder.resolve("query") + " is missing");
    }

    @Test
    void tellsThatTheAnnotationIsMissing() throws IOException {
        Files.delete(folder.resolve("attribute/market_attribute.mat"));
        assertFails(places).contains("the annotation market_attribute.mat is missing");
    }

    @Test
    void refusesFilesWithOtherNames() throws IOException {
        Files.writeString(folder.resolve("query/notes.txt"), "mine");
        Files.writeString(folder.resolve("query/.DS_Store"), "litter");
        assertFails(places)
                .contains(folder.resolve("query/notes.txt") + " is not named as Market-1501 names its pictures")
                .doesNotContain("DS_Store");
    }

    @Test
    void refusesAPersonWhomTheAnnotationDoesNotKnow() throws IOException {
        Path stranger = folder.resolve("bounding_box_train/0099_c1s1_000451_03.jpg");
        Files.copy(folder.resolve("bounding_box_train/0002_c1s1_000451_03.jpg"), stranger);
        assertFails(places).contains(stranger.toString(), "identity 0099", "market_attribute.mat");
    }

    @Test
    void refusesDistractorsAmongTheTrainingPictures() throws IOException {
        Files.copy(
                folder.resolve("bounding_box_train/0002_c1s1_000451_03.jpg"),
                folder.resolve("bounding_box_train/0000_c1s1_000451_03.jpg"));
        assertFails(places).contains("identity 0000");
    }

    @Test
    void refusesAFolderWithoutAPictureOfAnAnnotatedPerson() throws IOException {
        Files.delete(folder.resolve("bounding_box_train/0007_c3s3_077419_03.jpg"));
        assertFails(places).contains("bounding_box_train has no picture of identity 0007");
    }

    @Test
    void verifyTellsEveryFaultAndDecodesDistractorsToo() throws IOException {
        Files.writeString(folder.resolve("bounding_box_test/-1_c1s1_000401_03.jpg"), "no picture");
        Files.delete(folder.resolve("bounding_box_train/0007_c3s3_077419_03.jpg"));
        Files.createSymbolicLink(folder.resolve("query/0002_c1s1_000451_03.jpg"), Path.of("0002_c1s1_000451_03.jpg"));
        Verification verification = source().verify(places, Progress.SILENT);
        assertThat(verification.pictures()).isEqualTo(10);
        assertThat(verification.faults())
                .extracting(Fault::kind)
                .containsExactlyInAnyOrder(Fault.Kind.MISSING, Fault.Kind.DAMAGED, Fault.Kind.DAMAGED);
    }

    @Test
    void bitsLeaveTheNoneSlotsOut() {
        PersonDataset bits = new Market1501(Encoding.BITS, Market1501.Labels.CATEGORY).load(places, Progress.SILENT);
        assertThat(bits.schema().bits()).isEqualTo(30);
        assertThat(load(places).schema().bits()).isEqualTo(39);
        assertThat(bits.schema().groupSizes()).containsExactly(4, 3, 9, 8, 1, 1, 1, 1, 1, 1);
        assertThat(bits.schema().describe(bits.train().get(2).category()))
                .isEqualTo(load(places)
                        .schema()
                        .describe(load(places).train().get(2).category()));
        assertThat(bits.schema().encode(bits.train().get(2).category()))
                .as("adult, backpack, trousers of no colour")
                .containsExactly(
                        0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(bits.digests().pictures()).isEqualTo(load(places).digests().pictures());
    }

    @Test
    void peopleCanBeTheClassesInsteadOfCategories() {
        PersonDataset people =
                new Market1501(Encoding.PATTERNS, Market1501.Labels.IDENTITY).load(places, Progress.SILENT);
        assertThat(people.trainCategories()).hasSize(2);
        assertThat(people.trainClasses())
                .extracting(PersonImage.TrainingClass::identity)
                .containsExactly("0002", "0007", "0010");
        assertThat(load(places).trainClasses()).hasSize(2);
        assertThat(people.digest()).isNotEqualTo(load(places).digest());
    }

    @Test
    void countsPeopleWhereThereAreNoPictures() throws IOException {
        Places bare = new Places(root.resolve("annotations"), places.cache());
        new SmallMarket(bare.data()).writeAnnotation(bare.data().resolve("market1501/market_attribute.mat"));
        DatasetCounts counts = source().counts(bare);
        assertThat(counts.trainCategories()).isEqualTo(2);
        assertThat(counts.trainImages()).isEmpty();
        assertThat(counts.images()).isEqualTo("not found");
        assertThat(source().counts(places).galleryImages()).hasValue(4);
    }

    private static Market1501 source() {
        return new Market1501(Encoding.PATTERNS, Market1501.Labels.CATEGORY);
    }

    private static PersonDataset load(Places places) {
        return source().load(places, Progress.SILENT);
    }

    private static org.assertj.core.api.AbstractStringAssert<?> assertFails(Places places) {
        Failure failure = catchThrowableOfType(Failure.class, () -> load(places));
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).isEqualTo(ErrorKind.DATA);
        return assertThat(failure.getMessage());
    }
}
