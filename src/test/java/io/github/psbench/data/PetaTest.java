package io.github.psbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Matrix;

class PetaTest {
    private static final Peta ASMR = new Peta(Peta.Split.ASMR, Encoding.BITS);

    @TempDir
    private Path root;

    private Places places;
    private SmallPeta peta;

    @BeforeEach
    void write() throws IOException {
        places = new Places(root.resolve("data"), root.resolve("cache"));
        peta = new SmallPeta(places.data().resolve("PETA")).write();
    }

    @Test
    void agreesWithTable1OnTheRealAnnotation() {
        Places real = new Places(RealData.with("peta/PETA.mat"), places.cache());
        DatasetCounts asmr = ASMR.counts(real);
        assertThat(asmr.trainCategories()).isEqualTo(1_890);
        assertThat(asmr.queryCategories()).isEqualTo(200);
        assertThat(asmr.unseenCategories()).isEqualTo(200);
        assertThat(asmr.trainImages()).hasValue(12_140);
        assertThat(asmr.galleryImages()).hasValue(1_181);
        DatasetCounts sal = new Peta(Peta.Split.SAL, Encoding.PATTERNS).counts(real);
        assertThat(sal.trainImages()).hasValue(11_886);
        assertThat(sal.galleryImages()).hasValue(1_435);
        assertThat(List.of(sal.trainCategories(), sal.queryCategories(), sal.unseenCategories()))
                .containsExactly(1_890, 200, 200);
    }

    @Test
    void searchesTheCategoriesThatWereComputedIndependently() throws IOException {
        Path shared = RealData.with("peta/peta_split.json");
        PetaAnnotation annotation = new PetaAnnotation(shared.resolve("peta/PETA.mat"));
        JsonNode known = new ObjectMapper()
                .readTree(shared.resolve("peta/peta_split.json").toFile());
        for (int seed = 1; seed <= 2; seed++) {
            PetaSplit split = PetaSplit.of(annotation, Encoding.BITS, seed);
            Set<Integer> first = new HashSet<>();
            Set<PersonCategory> seen = new HashSet<>();
            for (int image : split.gallery()) {
                if (seen.add(split.category(image))) {
                    first.add(image + 1);
                }
            }
            Set<Integer> expected = new HashSet<>();
            known.get("seed" + seed + "_test_first_image_ids").forEach(id -> expected.add(id.asInt()));
            assertThat(first)
                    .as("first images of the searched categories, seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void realPatternsAreThoseThatWereCounted() {
        PetaAnnotation annotation =
                new PetaAnnotation(RealData.with("peta/PETA.mat").resolve("peta/PETA.mat"));
        AttributeSchema patterns =
                PetaSplit.of(annotation, Encoding.PATTERNS, 2).schema();
        assertThat(patterns.groups())
                .extracting(group -> group.values().size())
                .as(
                        "lower pattern has 3 with lowerBodyThinStripes; with carryingLuggageCase in its place it would have 5")
                .containsExactly(6, 40, 3, 3, 18, 12, 15, 16, 5, 3, 2, 5, 51, 22, 11, 16, 4);
        assertThat(patterns.bits()).isEqualTo(232);
        AttributeSchema bits = PetaSplit.of(annotation, Encoding.BITS, 2).schema();
        assertThat(bits.bits()).isEqualTo(105);
        assertThat(bits.attributes()).isEqualTo(105);
        assertThat(bits.groups()).hasSize(17);
    }

    @Test
    void dropsCategoriesOfOneImageAndSearchesTwoHundredOfTheOthers() {
        PersonDataset dataset = ASMR.load(places, Progress.SILENT);
        assertThat(dataset.train()).hasSize(20);
        assertThat(dataset.gallery()).hasSize(400);
        assertThat(dataset.trainCategories()).hasSize(10);
        assertThat(dataset.unseenCategories()).hasSize(200);
        assertThat(dataset.partial()).isNull();
    }

    @Test
    void takesTheDrawsOfNumpyInOrderOfFirstAppearance() {
        PersonDataset dataset = ASMR.load(places, Progress.SILENT);
        Set<String> expected = new HashSet<>();
        for (int category : new NumpyRandomState(2).choice(210, 10)) {
            expected.add(name(category));
            expected.add(name(category + 210));
        }
        assertThat(dataset.train()).extracting(PersonImage::name).containsExactlyInAnyOrderElementsOf(expected);
    }

    private String name(int image) {
        return places.data().resolve("PETA").relativize(peta.picture(image)).toString();
    }

    @Test
    void picturesAreThoseOfTheirRows() {
        PersonDataset dataset = ASMR.load(places, Progress.SILENT);
        for (PersonImage image : dataset.images()) {
            int row = Integer.parseInt(image.name().replaceAll(".*_|\\.bmp", ""));
            byte[] pixels = image.picture().get().pixels();
            assertThat((pixels[1] & 0xFF) << 8 | (pixels[2] & 0xFF))
                    .as(image.name())
                    .isEqualTo(row);
            assertThat(ones(dataset.schema().encode(image.category())))
                    .as(image.name())
                    .isEqualTo(ones(peta.bits[row]));
        }
    }

    private static int ones(float[] vector) {
        int ones = 0;
        for (float bit : vector) {
            ones += (int) bit;
        }
        return ones;
    }

    private static int ones(boolean[] vector) {
        int ones = 0;
        for (boolean bit : vector) {
            ones += bit ? 1 : 0;
        }
        return ones;
    }

    @Test
    void bothEncodingsDescribeTheSameCategoriesAndShareTheirPictures() {
        PersonDataset bits = ASMR.load(places, Progress.SILENT);
        PersonDataset patterns = new Peta(Peta.Split.ASMR, Encoding.PATTERNS).load(places, Progress.SILENT);
        Map<String, String> vectors = new LinkedHashMap<>();
        for (int i = 0; i < bits.gallery().size(); i++) {
            PersonCategory category = bits.gallery().get(i).category();
            assertThat(patterns.gallery().get(i).category()).isEqualTo(category);
            assertThat(patterns.schema().describe(category))
                    .isEqualTo(bits.schema().describe(category));
            vectors.put(
                    Arrays.toString(bits.schema().encode(category)),
                    Arrays.toString(patterns.schema().encode(category)));
        }
        assertThat(new HashSet<>(vectors.values())).hasSize(200).hasSameSizeAs(vectors.keySet());
        assertThat(patterns.digests().pictures()).isEqualTo(bits.digests().pictures());
        assertThat(patterns.digest()).isNotEqualTo(bits.digest());
    }

    @Test
    void labelsThatAgreeAreAccepted() throws IOException {
        peta.writeLabels(0);
        peta.writeLabels(9);
        assertThat(ASMR.load(places, Progress.SILENT).train()).hasSize(20);
    }

    @Test
    void labelsThatContradictTheAnnotationAreTold() throws IOException {
        Path labels = peta.writeLabels(3);
        peta.bits[44 * 3 + 5][7] ^= true;
        peta.writeAnnotation();
        assertFails()
                .contains(peta.picture(44 * 3 + 5) + " is row 138 of " + peta.annotation() + ", but " + labels
                        + " differs from it in [" + peta.attributes.get(7) + "]");
    }

    @Test
    void aPictureWithoutALineInTheLabelsIsTold() throws IOException {
        Path labels = peta.writeLabels(3);
        List<String> lines = Files.readAllLines(labels);
        Files.write(labels, lines.subList(1, lines.size()));
        assertFails().contains(peta.picture(44 * 3) + " has no line in " + labels);
    }

    @Test
    void aMissingPictureMakesItsSubsetUntellable() throws IOException {
        Files.delete(peta.picture(44 * 3 + 5));
        assertFails()
                .contains("GRID/archive holds 43 pictures, but", "annotates 44", "data verify peta lists every fault");
        assertThat(ASMR.verify(places, Progress.SILENT).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.MISCOUNTED));
    }

    @Test
    void otherFilesAreTold() throws IOException {
        Path notes = peta.picture(0).resolveSibling("notes.txt");
        Files.writeString(notes, "mine");
        Files.writeString(peta.picture(0).resolveSibling("Thumbs.db"), "litter");
        assertFails().contains(notes + " is neither a picture nor Label.txt").doesNotContain("Thumbs");
    }

    @Test
    void verifyDecodesAlsoThePicturesThatAreDropped() throws IOException {
        Files.write(peta.picture(439), Arrays.copyOf(Files.readAllBytes(peta.picture(439)), 70));
        Verification verification = ASMR.verify(places, Progress.SILENT);
        assertThat(verification.pictures()).isEqualTo(440);
        assertThat(verification.digests()).isNull();
        assertThat(verification.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Fault.Kind.DAMAGED);
            assertThat(fault.file()).isEqualTo(peta.picture(439).toString());
        });
    }

    @Test
    void verifyOfASoundFolderGivesTheDigestOfLoading() {
        PersonDataset.Digests digests = ASMR.verify(places, Progress.SILENT).digests();
        assertThat(digests).isEqualTo(ASMR.load(places, Progress.SILENT).digests());
    }

    @Test
    void whatIsMissingIsTold() throws IOException {
        Files.move(peta.annotation(), peta.annotation().resolveSibling("other.mat"));
        assertFails().contains("peta is not complete below " + places.data(), "the annotation PETA.mat is missing");
        Files.move(places.data().resolve("PETA/MIT"), places.data().resolve("PETA/mit-of-mine"));
        assertFails().contains("MIT/archive is missing");
    }

    @Test
    void damagedAnnotationsAreTold() throws IOException {
        byte[] whole = Files.readAllBytes(peta.annotation());
        Files.write(peta.annotation(), Arrays.copyOf(whole, whole.length / 2));
        assertFails().contains(peta.annotation() + " cannot be read as a MATLAB 5 file (it ends too early)");
        Files.writeString(peta.annotation(), "no annotation at all", StandardCharsets.UTF_8);
        assertFails().contains(peta.annotation() + " cannot be read as a MATLAB 5 file");
        SmallMarket.writeMat(peta.annotation(), Mat5.newMatFile().addArray("other", Mat5.newScalar(1)));
        assertFails().contains("has no 'peta'; it has [other]");
        peta.writeAnnotation(Mat5.newStruct().set("data", peta.data()));
        assertFails().contains("field peta.attribute: it is missing; there are [data]");
        peta.writeAnnotation(Mat5.newMatrix(3, 3));
        assertFails().contains("field peta.data: it has 3 columns, but 4 and one for each of 105 attributes");
        peta.writeAnnotation(Mat5.newString("text"));
        assertFails().contains("field peta.data: it is a", "not a matrix");
    }

    @Test
    void annotationsOfOtherValuesAreTold() throws IOException {
        Matrix data = peta.data();
        data.setInt(6, 4 + 2, 3);
        peta.writeAnnotation(data);
        assertFails().contains("field peta.data: row 7, column 7 is 3.0, not 0 or 1");
        data = peta.data();
        data.setInt(6, 0, 9);
        peta.writeAnnotation(data);
        assertFails().contains("row 7 has the number 9");
        data = peta.data();
        data.setInt(100, 2, 1);
        peta.writeAnnotation(data);
        assertFails().contains("row 101 is of sub-set 1, but the sub-sets 1..10 follow one another");
        peta.attributes.set(0, "personalLess16");
        peta.writeAnnotation();
        assertFails().contains("[personalLess15] are missing, [personalLess16] are unknown");
    }

    @Test
    void tooFewCategoriesAreTold() throws IOException {
        for (int image = 0; image < SmallPeta.IMAGES; image++) {
            peta.bits[image] = peta.bits[image % 20].clone();
        }
        peta.writeAnnotation();
        assertFails().contains("20 categories of two images or more, but more than 200 are needed");
    }

    private org.assertj.core.api.AbstractStringAssert<?> assertFails() {
        Failure failure = catchThrowableOfType(Failure.class, () -> ASMR.load(places, Progress.SILENT));
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).isEqualTo(ErrorKind.DATA);
        return assertThat(failure.getMessage());
    }
}
