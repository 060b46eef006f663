package io.github.psbench.data.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The expected pixels were computed with Pillow 11.3.0's Image.resize on the same input. */
class ResamplerTest {
    @Test
    void bilinearPixelsArePillows() {
        assertThat(unsigned(Resampler.resize(pattern(7, 9), 3, 4, Filter.BILINEAR)))
                .containsExactly(
                        71, 143, 140, 124, 103, 151, 113, 114, 98, 131, 154, 98, 139, 116, 122, 81, 126, 118, 129, 116,
                        171, 134, 172, 82, 111, 120, 101, 137, 103, 136, 120, 119, 150, 141, 86, 112);
    }

    @Test
    void bicubicPixelsArePillows() {
        assertThat(unsigned(Resampler.resize(pattern(7, 9), 3, 4, Filter.BICUBIC)))
                .containsExactly(
                        64, 146, 142, 125, 100, 157, 114, 111, 97, 138, 154, 91, 140, 112, 128, 80, 128, 117, 130, 113,
                        181, 135, 186, 67, 107, 124, 100, 135, 104, 135, 121, 114, 154, 143, 82, 114);
    }

    @ParameterizedTest
    @CsvSource({
        "64, 128, 128, 256, 55d7187b, eac746fa",
        "64, 128, 48, 96, 8f41f363, fbfb3eec",
        "64, 128, 91, 37, 40124f67, 1d422196",
        "200, 333, 64, 128, e5c825d9, 5e3cd950",
        "1, 1, 5, 3, a34e126e, a34e126e",
        "3, 500, 16, 16, 9a1ec8e8, bfde8452",
    })
    void largerPicturesHaveTheChecksumsOfPillows(
            int fromWidth, int fromHeight, int width, int height, String bilinear, String bicubic) {
        RgbImage image = pattern(fromWidth, fromHeight);
        assertThat(crc(Resampler.resize(image, width, height, Filter.BILINEAR))).isEqualTo(bilinear);
        assertThat(crc(Resampler.resize(image, width, height, Filter.BICUBIC))).isEqualTo(bicubic);
    }

    @ParameterizedTest
    @EnumSource
    void leavesAPictureOfTheRightSizeAlone(Filter filter) {
        RgbImage image = pattern(5, 4);
        assertThat(Resampler.resize(image, 5, 4, filter)).isSameAs(image);
    }

    @ParameterizedTest
    @EnumSource
    void keepsOneColourOneColour(Filter filter) {
        byte[] pixels = new byte[3 * 30 * 70];
        Arrays.fill(pixels, (byte) 255);
        assertThat(unsigned(Resampler.resize(new RgbImage(30, 70, pixels), 16, 97, filter)))
                .containsOnly(255);
    }

    private static RgbImage pattern(int width, int height) {
        byte[] pixels = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < 3; c++) {
                    pixels[3 * (y * width + x) + c] = (byte) (31 * x * x + 57 * y * (x + 1) + 83 * c);
                }
            }
        }
        return new RgbImage(width, height, pixels);
    }

    private static int[] unsigned(RgbImage image) {
        int[] values = new int[image.pixels().length];
        Arrays.setAll(values, i -> image.pixels()[i] & 0xFF);
        return values;
    }

    private static String crc(RgbImage image) {
        CRC32 crc = new CRC32();
        crc.update(image.pixels());
        return String.format("%08x", crc.getValue());
    }
}
