package io.github.psbench.data.synthped;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegTest {
    @ParameterizedTest
    @ValueSource(ints = {30, 50, 75, 90})
    void losesTheSameBrightnessAsARealJpegFile(int quality) throws IOException {
        double[] before = brightness(picture().toBytes());
        double[] ours = brightness(degraded(quality));
        double[] theirs = brightness(throughFile(picture().toBytes(), quality));
        double lost = difference(before, ours);
        assertThat(lost).as("levels lost at quality %d", quality).isGreaterThan(1);
        assertThat(difference(ours, theirs))
                .as("levels between the two at quality %d, where %.2f are lost", quality, lost)
                .isLessThan(0.35 * lost);
    }

    @Test
    void lowerQualityLosesMore() {
        double[] before = brightness(picture().toBytes());
        assertThat(difference(before, brightness(degraded(30))))
                .isGreaterThan(1.3 * difference(before, brightness(degraded(60))));
        assertThat(difference(before, brightness(degraded(60))))
                .isGreaterThan(1.3 * difference(before, brightness(degraded(95))));
    }

    @Test
    void leavesAFlatPictureAlone() {
        Canvas canvas = new Canvas();
        java.util.Arrays.fill(canvas.values, 128 / 255.0);
        Jpeg.degrade(canvas, 40);
        assertThat(canvas.toBytes()).containsOnly(128);
    }

    private static byte[] degraded(int quality) {
        Canvas canvas = picture();
        Jpeg.degrade(canvas, quality);
        return canvas.toBytes();
    }

    /** Soft spots and a little grain in grey, so that how chrominance is sampled does not matter. */
    private static Canvas picture() {
        Canvas canvas = new Canvas();
        Noise noise = new Noise(17);
        canvas.fillAll(
                (x, y, across) -> Rgb.grey(0.5 + 0.25 * noise.at(x / 7, y / 9) + 0.1 * noise.at(x / 1.7, y / 2.1)));
        return canvas;
    }

    private static double[] brightness(byte[] rgb) {
        double[] values = new double[rgb.length / 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.299 * (rgb[3 * i] & 0xFF) + 0.587 * (rgb[3 * i + 1] & 0xFF) + 0.114 * (rgb[3 * i + 2] & 0xFF);
        }
        return values;
    }

    private static double difference(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return sum / one.length;
    }

    private static byte[] throughFile(byte[] rgb, int quality) throws IOException {
        BufferedImage image = new BufferedImage(Canvas.WIDTH, Canvas.HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < rgb.length / 3; i++) {
            image.setRGB(
                    i % Canvas.WIDTH,
                    i / Canvas.WIDTH,
                    (rgb[3 * i] & 0xFF) << 16 | (rgb[3 * i + 1] & 0xFF) << 8 | (rgb[3 * i + 2] & 0xFF));
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(quality / 100f);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
        BufferedImage back = ImageIO.read(new ByteArrayInputStream(file.toByteArray()));
        byte[] result = new byte[rgb.length];
        for (int i = 0; i < rgb.length / 3; i++) {
            int pixel = back.getRGB(i % Canvas.WIDTH, i / Canvas.WIDTH);
            result[3 * i] = (byte) (pixel >> 16);
            result[3 * i + 1] = (byte) (pixel >> 8);
            result[3 * i + 2] = (byte) pixel;
        }
        return result;
    }
}
