package io.github.psbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.InvalidSetting;
import io.github.psbench.data.picture.RgbImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetTest {
    private static final long SEED = 9;

    /** Five categories of four images; the grey of each picture is its number. */
    private static final List<PersonImage> IMAGES = images();

    private static final AttributeSchema LETTERS = new AttributeSchema(
            List.of(AttributeGroup.oneOf("letter", List.of("a", "b", "c", "d", "e"), Encoding.PATTERNS)));

    private static List<PersonImage> images() {
        List<PersonImage> images = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            byte[] pixels = new byte[32 * 64 * 3];
            Arrays.fill(pixels, (byte) (10 * i));
            images.add(new PersonImage(
                    "image " + i, new PersonCategory(List.of(i / 4)), () -> new RgbImage(32, 64, pixels)));
        }
        return List.copyOf(images);
    }

    @Test
    void eachRowIsOneCategoryAndNoCategoryComesTwice() {
        List<ContactSheet.Row> rows =
                ContactSheet.ofCategories(LETTERS, IMAGES, 3, 2, SEED).rows();
        assertThat(rows).as("seed %d", SEED).hasSize(3);
        assertThat(rows.stream().map(ContactSheet.Row::shows)).doesNotHaveDuplicates();
        for (ContactSheet.Row row : rows) {
            assertThat(row.images()).as("seed %d", SEED).hasSize(2).doesNotHaveDuplicates();
            assertThat(row.images())
                    .allMatch(image -> LETTERS.describe(image.category()).equals(row.shows()));
        }
    }

    @Test
    void showsWhatThereIsWhenMoreIsAskedFor() {
        List<ContactSheet.Row> rows =
                ContactSheet.ofCategories(LETTERS, IMAGES, 100, 100, SEED).rows();
        assertThat(rows).as("seed %d", SEED).hasSize(5);
        assertThat(rows).allMatch(row -> row.images().size() == 4);
    }

    @Test
    void theSameSeedChoosesTheSameAndAnotherNot() {
        assertThat(ContactSheet.ofCategories(LETTERS, IMAGES, 3, 2, SEED).rows())
                .isEqualTo(
                        ContactSheet.ofCategories(LETTERS, IMAGES, 3, 2, SEED).rows());
        assertThat(ContactSheet.ofCategories(LETTERS, IMAGES, 3, 2, SEED).rows())
                .isNotEqualTo(ContactSheet.ofCategories(LETTERS, IMAGES, 3, 2, SEED + 1)
                        .rows());
    }

    @Test
    void thePictureOfEachImageStandsInItsField(@TempDir Path folder) throws IOException {
        ContactSheet sheet = ContactSheet.ofCategories(LETTERS, IMAGES, 3, 2, SEED);
        Path file = folder.resolve("sheet.png");
        sheet.write(file);
        BufferedImage picture = ImageIO.read(file.toFile());
        assertThat(picture.getWidth()).isEqualTo(3 + 2 * (64 + 3));
        assertThat(picture.getHeight()).isEqualTo(3 + 3 * (128 + 3));
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 2; column++) {
                int expected = sheet.rows()
                                .get(row)
                                .images()
                                .get(column)
                                .picture()
                                .get()
                                .pixels()[0]
                        & 0xFF;
                int middle = picture.getRGB(3 + column * 67 + 32, 3 + row * 131 + 64);
                assertThat(middle & 0xFFFFFF)
                        .as("row %d, column %d", row, column)
                        .isEqualTo(expected * 0x010101);
            }
        }
    }

    @Test
    void theSameSheetIsTheSameFile(@TempDir Path folder) throws IOException {
        Path one = folder.resolve("one.png");
        Path other = folder.resolve("other.png");
        ContactSheet.ofCategories(LETTERS, IMAGES, 3, 2, SEED).write(one);
        ContactSheet.ofCategories(LETTERS, IMAGES, 3, 2, SEED).write(other);
        assertThat(Files.readAllBytes(other)).isEqualTo(Files.readAllBytes(one));
    }

    @Test
    void aRowCanBeAValueOfAGroup() {
        List<ContactSheet.Row> rows =
                ContactSheet.ofValues(LETTERS, "letter", IMAGES, 3, SEED).rows();
        assertThat(rows)
                .extracting(ContactSheet.Row::shows)
                .containsExactly("letter a", "letter b", "letter c", "letter d", "letter e");
        assertThat(rows).allSatisfy(row -> assertThat(row.images())
                .as("seed %d", SEED)
                .hasSize(3)
                .allMatch(image -> LETTERS.describe(image.category()).equals(row.shows())));
        assertThatThrownBy(() -> ContactSheet.ofValues(LETTERS, "digit", IMAGES, 3, SEED))
                .hasMessage("the schema has no group digit");
    }

    @Test
    void aSheetWithoutRowsIsRefused() {
        assertThatThrownBy(() -> ContactSheet.ofCategories(LETTERS, IMAGES, 0, 2, SEED))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("rows must be >= 1, got 0");
    }
}
