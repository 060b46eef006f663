package io.github.psbench.report.page;

import io.github.psbench.data.picture.JpegDataUri;
import io.github.psbench.data.picture.RgbImage;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Small JPEG pictures, to be carried in a page. */
public final class Thumbnails {
    /** Pixels of a picture by itself; a larger one is scaled down. */
    private static final int HEIGHT = 128;

    private static final float QUALITY = 0.8f;

    /**
     * Pictures of one size on a sheet, row by row.
     *
     * @param uri of the sheet
     * @param columns how many stand beside each other
     * @param width of each, likewise height, in pixels
     */
    public record Sheet(String uri, int columns, int width, int height) {}

    private Thumbnails() {}

    /** A data: URI of a picture of at most 128 pixels' height. */
    static String uri(RgbImage picture) {
        return uri(picture, HEIGHT);
    }

    /** A data: URI of a picture; a higher one than {@code most} pixels is scaled down. */
    public static String uri(RgbImage picture, int most) {
        BufferedImage image = picture.buffered();
        if (image.getHeight() <= most) {
            return JpegDataUri.of(image, QUALITY);
        }
        int width = Math.max(1, Math.round((float) most * image.getWidth() / image.getHeight()));
        return JpegDataUri.of(drawn(List.of(picture), 1, width, most), QUALITY);
    }

    /** @param pictures at least one */
    static Sheet sheet(List<RgbImage> pictures, int columns, int width, int height) {
        return new Sheet(JpegDataUri.of(drawn(pictures, columns, width, height), QUALITY), columns, width, height);
    }

    private static BufferedImage drawn(List<RgbImage> pictures, int columns, int width, int height) {
        int rows = (pictures.size() + columns - 1) / columns;
        BufferedImage sheet = new BufferedImage(columns * width, rows * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        for (int i = 0; i < pictures.size(); i++) {
            // Averages over areas, unlike drawing at another size, which leaves pixels out.
            Image small = pictures.get(i).buffered().getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
            graphics.drawImage(small, i % columns * width, i / columns * height, null);
        }
        graphics.dispose();
        return sheet;
    }
}
