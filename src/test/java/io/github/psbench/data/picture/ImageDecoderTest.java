package io.github.psbench.data.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("0001_c1s1_000451_03.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp"})
    void readsEveryPixelOfLosslessFiles(String format) throws IOException {
        RgbImage image = decode(encode(quarters(BufferedImage.TYPE_3BYTE_BGR), format));
        assertThat(image.width()).isEqualTo(16);
        assertThat(image.height()).isEqualTo(32);
        assertThat(pixel(image, 0, 0)).containsExactly(200, 30, 60);
        assertThat(pixel(image, 15, 0)).containsExactly(10, 220, 40);
        assertThat(pixel(image, 0, 31)).containsExactly(20, 50, 240);
        assertThat(pixel(image, 15, 31)).containsExactly(128, 128, 128);
    }

    @Test
    void readsJpegs() throws IOException {
        assertQuarters(decode(encode(quarters(BufferedImage.TYPE_3BYTE_BGR), "jpeg")));
    }

    @Test
    void repeatsGreyWithoutBendingIt() throws IOException {
        for (String format : new String[] {"jpeg", "png", "bmp"}) {
            BufferedImage grey = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
            int[] values = new int[64];
            Arrays.fill(values, 60);
            grey.getRaster().setPixels(0, 0, 8, 8, values);
            assertThat(pixel(decode(encode(grey, format)), 4, 4)).as(format).containsExactly(60, 60, 60);
        }
    }

    @Test
    void takesTheUpperHalfOfSixteenBits() throws IOException {
        BufferedImage grey = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
        grey.getRaster().setPixel(0, 0, new int[] {0x12FF});
        assertThat(pixel(decode(encode(grey, "png")), 0, 0)).containsExactly(0x12, 0x12, 0x12);
    }

    @Test
    void looksUpPalettes() throws IOException {
        BufferedImage indexed = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED);
        indexed.setRGB(0, 0, 0xFF0000);
        indexed.setRGB(1, 0, 0x0000FF);
        RgbImage image = decode(encode(indexed, "png"));
        assertThat(pixel(image, 0, 0)).containsExactly(255, 0, 0);
        assertThat(pixel(image, 1, 0)).containsExactly(0, 0, 255);
    }

    @Test
    void laysTransparentPixelsOverWhite() throws IOException {
        BufferedImage transparent = new BufferedImage(3, 1, BufferedImage.TYPE_4BYTE_ABGR);
        transparent.setRGB(0, 0, 0x00123456);
        transparent.setRGB(1, 0, 0x80FF0000);
        transparent.setRGB(2, 0, 0xFF0A141E);
        RgbImage image = decode(encode(transparent, "png"));
        assertThat(pixel(image, 0, 0)).containsExactly(255, 255, 255);
        assertThat(pixel(image, 1, 0)).containsExactly(255, 127, 127);
        assertThat(pixel(image, 2, 0)).containsExactly(10, 20, 30);
    }

    /** The numbers for luminance and chroma are Pillow's. */
    @ParameterizedTest
    @CsvSource({"0, 100, 50, 25", "2, 82, 0, 53"})
    void mixesInks(int adobeTransform, int red, int green, int blue) throws IOException {
        byte[] app14 = {
            (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) adobeTransform
        };
        byte[] inks = inks(200, 100, 50, 128);
        byte[] jpeg = concat(Arrays.copyOf(inks, 2), app14, Arrays.copyOfRange(inks, 2, inks.length));
        assertThat(pixel(decode(jpeg), 3, 3)).containsExactly(red, green, blue);
    }

    /** Where the four quarters of the upright picture lie in the stored one, by EXIF's eight orientations. */
    @ParameterizedTest
    @CsvSource({"1, ABCD", "2, BADC", "3, DCBA", "4, CDAB", "5, ACBD", "6, BDAC", "7, DBCA", "8, CADB"})
    void turnsPicturesUpright(int orientation, String stored) throws IOException {
        boolean sideways = orientation >= 5;
        BufferedImage image = quarters(BufferedImage.TYPE_3BYTE_BGR, stored, sideways ? 32 : 16, sideways ? 16 : 32);
        byte[] jpeg = encode(image, "jpeg");
        for (boolean littleEndian : new boolean[] {false, true}) {
            assertQuarters(decode(withExif(jpeg, orientation, littleEndian)));
        }
    }

    @Test
    void ignoresAnOrientationThatDoesNotExist() throws IOException {
        byte[] jpeg = encode(quarters(BufferedImage.TYPE_3BYTE_BGR), "jpeg");
        assertQuarters(decode(withExif(jpeg, 9, false)));
    }

    @Test
    void refusesAMissingFile() {
        assertFails().contains("is missing");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Files.write(file, new byte[0]);
        assertFails().contains("the file is empty");
    }

    @Test
    void refusesAFileThatIsNoPicture() throws IOException {
        Files.writeString(file, "hello");
        assertFails().contains("begins with the bytes 68 65 6c 6c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "bmp"})
    void refusesAFileThatIsCutShortAnywhere(String format) throws IOException {
        byte[] whole = encode(quarters(BufferedImage.TYPE_3BYTE_BGR), format);
        for (int length = 1; length < whole.length; length += format.equals("bmp") ? 97 : 1) {
            Files.write(file, Arrays.copyOf(whole, length));
            Failure failure = catchThrowableOfType(Failure.class, () -> ImageDecoder.decode(file));
            assertThat(failure)
                    .as("%s cut to %d of %d bytes", format, length, whole.length)
                    .isNotNull();
        }
    }

    @Test
    void refusesAJpegWhoseDataEndEarlyThoughItHasAnEnd() throws IOException {
        byte[] whole = encode(quarters(BufferedImage.TYPE_3BYTE_BGR), "jpeg");
        byte[] cut = Arrays.copyOf(whole, whole.length - 20);
        cut[cut.length - 2] = (byte) 0xFF;
        cut[cut.length - 1] = (byte) 0xD9;
        Files.write(file, cut);
        assertFails().contains("premature end of data");
    }

    @Test
    void refusesAPngWithOneWrongByte() throws IOException {
        byte[] png = encode(quarters(BufferedImage.TYPE_3BYTE_BGR), "png");
        png[png.length - 20] ^= 1;
        Files.write(file, png);
        assertFails().contains("checksum");
    }

    @ParameterizedTest
    @CsvSource({"20001, 1", "10001, 10000", "2147483647, 2147483647"})
    void refusesHugePicturesBeforeItSetsMemoryAside(int width, int height) throws IOException {
        byte[] png = encode(quarters(BufferedImage.TYPE_3BYTE_BGR), "png");
        ByteBuffer header = ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());
        Files.write(file, png);
        assertFails().contains(width + " x " + height);
    }

    private RgbImage decode(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        return ImageDecoder.decode(file);
    }

    private org.assertj.core.api.AbstractStringAssert<?> assertFails() {
        Failure failure = catchThrowableOfType(Failure.class, () -> ImageDecoder.decode(file));
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).isEqualTo(ErrorKind.DATA);
        return assertThat(failure.getMessage()).contains(file.toString());
    }

    private static void assertQuarters(RgbImage image) {
        assertThat(image.width()).isEqualTo(16);
        assertThat(image.height()).isEqualTo(32);
        for (int quarter = 0; quarter < 4; quarter++) {
            int[] found = pixel(image, quarter % 2 == 0 ? 3 : 12, quarter < 2 ? 6 : 25);
            Color expected = colour("ABCD".charAt(quarter));
            assertThat(Math.abs(found[0] - expected.getRed())
                            + Math.abs(found[1] - expected.getGreen())
                            + Math.abs(found[2] - expected.getBlue()))
                    .as("quarter %d is %s", quarter, Arrays.toString(found))
                    .isLessThanOrEqualTo(20);
        }
    }

    private static BufferedImage quarters(int type) {
        return quarters(type, "ABCD", 16, 32);
    }

    private static BufferedImage quarters(int type, String colours, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int quarter = (y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1);
                image.setRGB(x, y, colour(colours.charAt(quarter)).getRGB());
            }
        }
        return image;
    }

    private static Color colour(char quarter) {
        return switch (quarter) {
            case 'A' -> new Color(200, 30, 60);
            case 'B' -> new Color(10, 220, 40);
            case 'C' -> new Color(20, 50, 240);
            default -> new Color(128, 128, 128);
        };
    }

    private static int[] pixel(RgbImage image, int x, int y) {
        int at = 3 * (y * image.width() + x);
        return new int[] {image.pixels()[at] & 0xFF, image.pixels()[at + 1] & 0xFF, image.pixels()[at + 2] & 0xFF};
    }

    private static byte[] encode(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    /** A JPEG of four bands, all of one value. */
    private static byte[] inks(int... values) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 8, 8, 4, null);
        for (int i = 0; i < 64; i++) {
            raster.setPixel(i % 8, i / 8, values);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] withExif(byte[] jpeg, int orientation, boolean littleEndian) {
        ByteBuffer exif = ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 12 + 4);
        exif.putShort((short) 0xFFE1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        exif.put((littleEndian ? "II" : "MM").getBytes(StandardCharsets.ISO_8859_1));
        exif.order(littleEndian ? java.nio.ByteOrder.LITTLE_ENDIAN : java.nio.ByteOrder.BIG_ENDIAN);
        exif.putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        return concat(Arrays.copyOf(jpeg, 2), exif.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
