package io.github.psbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import us.hebi.matlab.mat.format.Mat5;

class Pa100kTest {
    private static final Pa100k WHOLE = new Pa100k(Encoding.BITS, false);
    private static final Pa100k PART = new Pa100k(Encoding.BITS, true);

    @TempDir
    private Path root;

    private Places places;
    private SmallPa100k images;

    @BeforeEach
    void write() throws IOException {
        places = new Places(root.resolve("data"), root.resolve("cache"));
        images = new SmallPa100k(places.data().resolve("PA-100K"), "release_data/release_data").write();
    }

    @Test
    void theRealAnnotationHasItsOwnCountsAndNotThoseOfTable1() {
        Places real = new Places(RealData.with("pa100k/annotation.mat"), places.cache());
        DatasetCounts counts = WHOLE.counts(real);
        assertThat(counts.trainCategories()).isEqualTo(2_020);
        assertThat(counts.queryCategories()).isEqualTo(849);
        assertThat(counts.unseenCategories()).isEqualTo(168);
        assertThat(counts.trainImages()).hasValue(80_000);
        assertThat(counts.galleryImages()).hasValue(10_000);
    }

    @Test
    void hasTwentySixAttributesInFifteenGroups() {
        AttributeSchema bits = WHOLE.load(places, Progress.SILENT).schema();
        assertThat(bits.attributes()).isEqualTo(26);
        assertThat(bits.bits()).isEqualTo(26);
        assertThat(bits.groups()).hasSize(15);
        assertThat(new Pa100k(Encoding.PATTERNS, false)
                        .load(places, Progress.SILENT)
                        .schema()
                        .groups())
                .allSatisfy(group -> assertThat(group.bits()).hasSameSizeAs(group.values()));
    }

    @Test
    void searchesItsTestImagesAndLeavesValidationOut() {
        PersonDataset dataset = WHOLE.load(places, Progress.SILENT);
        assertThat(dataset.train()).extracting(PersonImage::name).containsExactly(names(1, 2, 3, 4, 5, 6));
        assertThat(dataset.gallery()).extracting(PersonImage::name).containsExactly(names(9, 10, 11, 12));
        assertThat(dataset.unseenCategories()).hasSize(4);
        assertThat(dataset.schema().describe(dataset.train().get(0).category()))
                .contains("gender none, age AgeOver60 + Age18-60, viewpoint none");
    }

    private static String[] names(Integer... numbers) {
        return Arrays.stream(numbers).map(SmallPa100k::name).toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "data", "release_data"})
    void picturesAreFoundInEitherLayout(String layout) throws IOException {
        String digest = WHOLE.load(places, Progress.SILENT).digest();
        Places other = new Places(root.resolve("other"), places.cache());
        new SmallPa100k(other.data().resolve("PA100k"), layout).write();
        assertThat(WHOLE.load(other, Progress.SILENT).digest()).isEqualTo(digest);
    }

    @Test
    void aPartIsRefusedUntilItIsAllowedAndThenSaysSo() throws IOException {
        Files.delete(images.picture(3));
        Files.delete(images.picture(8));
        Files.delete(images.picture(12));
        String part =
                "5 of 6 training images, 3 of 4 gallery images and 1 of 2 validation images (000001-000002, 000004-000007,"
                        + " 000009-000011)";
        assertFails(WHOLE).contains("Only a part of PA-100K is there: " + part, "allow-partial: true");
        PersonDataset dataset = PART.load(places, Progress.SILENT);
        assertThat(dataset.partial()).isEqualTo(part);
        assertThat(dataset.train()).hasSize(5);
        assertThat(dataset.gallery()).hasSize(3);
    }

    @Test
    void verifyTellsThePartAndEveryMissingImage() throws IOException {
        Files.delete(images.picture(3));
        Files.delete(images.picture(8));
        Verification verification = WHOLE.verify(places, Progress.SILENT);
        assertThat(verification.partial()).startsWith("5 of 6 training images, 4 of 4 gallery images and 1 of 2");
        assertThat(verification.faults())
                .containsExactly(
                        new Fault(Fault.Kind.MISSING, images.picture(3).toString(), "is annotated, but not there"),
                        new Fault(Fault.Kind.MISSING, images.picture(8).toString(), "is annotated, but not there"));
        assertThat(PART.verify(places, Progress.SILENT).faults()).isEmpty();
    }

    @Test
    void aPartWithoutAGalleryCannotBeSearched() throws IOException {
        for (int image = 9; image <= 12; image++) {
            Files.delete(images.picture(image));
        }
        PersonDataset dataset = PART.load(places, Progress.SILENT);
        assertThat(dataset.train()).hasSize(6);
        assertThat(dataset.gallery()).isEmpty();
        assertThatThrownBy(dataset::requireBothSplits)
                .hasMessageStartingWith("pa100k has no gallery image (6 of 6 training images, 0 of 4")
                .hasMessageEndingWith("so nothing can be searched. Put such images beside those that are there.");
    }

    @Test
    void picturesThatAreNotAnnotatedAreTold() throws IOException {
        Path stranger = images.picture(13);
        Files.copy(images.picture(1), stranger);
        Path misnamed = stranger.resolveSibling("1.jpg");
        Files.copy(images.picture(1), misnamed);
        assertFails(PART).contains(misnamed + " is not named as PA-100K names its pictures", stranger + " is not in ");
    }

    @Test
    void verifyDecodesValidationImagesToo() throws IOException {
        Files.write(images.picture(7), new byte[0]);
        assertThat(WHOLE.verify(places, Progress.SILENT).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.file()).isEqualTo(images.picture(7).toString());
                    assertThat(fault.what()).contains("the file is empty");
                });
    }

    @Test
    void damagedAnnotationsAreTold() throws IOException {
        byte[] whole = Files.readAllBytes(images.annotation());
        Files.write(images.annotation(), Arrays.copyOf(whole, whole.length - 20));
        assertFails(WHOLE).contains(images.annotation() + " cannot be read as a MATLAB 5 file");
        images.fields.remove("val_label");
        images.writeAnnotation();
        assertFails(WHOLE).contains("has no 'val_label'; it has [attributes, train_images_name, train_label");
        images.fields.put("val_label", Mat5.newMatrix(2, 25));
        images.writeAnnotation();
        assertFails(WHOLE)
                .contains("field val_label: it is 2 x 25, but there are 2 images in val_images_name and 26 attributes");
        images.fields.put("val_images_name", SmallPa100k.texts(List.of("../../secret.jpg", "000008.jpg")));
        images.writeAnnotation();
        assertFails(WHOLE).contains("field val_images_name: element 1 is '../../secret.jpg', not like 000001.jpg");
        images.fields.put("val_images_name", SmallPa100k.texts(List.of("000001.jpg", "000008.jpg")));
        images.writeAnnotation();
        assertFails(WHOLE).contains("000001.jpg is there twice: train, element 1, and val, element 1");
        images.fields.put("attributes", Mat5.newString("Female"));
        images.writeAnnotation();
        assertFails(WHOLE).contains("field attributes: it is a", "not a cell");
    }

    @Test
    void whatIsMissingIsTold() throws IOException {
        Files.move(images.annotation(), images.annotation().resolveSibling("other.mat"));
        assertFails(WHOLE).contains("pa100k is not complete below " + places.data(), "annotation.mat is missing");
        assertThat(WHOLE.whereabouts(places).images())
                .isEqualTo(images.picture(1).getParent());
    }

    private org.assertj.core.api.AbstractStringAssert<?> assertFails(Pa100k source) {
        Failure failure = catchThrowableOfType(Failure.class, () -> source.load(places, Progress.SILENT));
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).isEqualTo(ErrorKind.DATA);
        return assertThat(failure.getMessage());
    }
}
