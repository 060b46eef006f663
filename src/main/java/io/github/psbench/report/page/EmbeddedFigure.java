package io.github.psbench.report.page;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import io.github.psbench.report.chart.Gallery;
import io.github.psbench.report.figure.Figures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it stands in the page.
 *
 * @param words what is seen, in sentences
 * @param galleries what it shows of searches; where there are any, they stand in place of the picture
 * @param picture a data: URI; null where the numbers cannot be drawn, and where there are galleries
 * @param width in pixels of the page, likewise height; 0 without a picture
 * @param numbersFile the name under which the numbers are saved
 * @param numbers a data: URI of the CSV file; null where it is too large to be carried along
 */
record EmbeddedFigure(
        String title,
        String source,
        String words,
        List<EmbeddedGallery> galleries,
        @Nullable String picture,
        int width,
        int height,
        String numbersFile,
        @Nullable String numbers) {
    private static final int LARGEST_NUMBERS = 100_000;
    /** Where the header of a PNG file has the width, and after it the height, 32 bits each. */
    private static final int PNG_WIDTH = 16;
    /** Pixels of the PNG for each of the page's. */
    private static final int SCALE = 2;

    static EmbeddedFigure of(Figures.Drawn drawn) {
        byte[] csv = read(drawn.csv());
        String csvName = String.valueOf(drawn.csv().getFileName());
        String numbers = csv.length > LARGEST_NUMBERS ? null : uri("text/csv;charset=utf-8", csv);
        Path png = withSuffix(drawn, ".png");
        List<EmbeddedGallery> galleries = drawn.charts().stream()
                .filter(Gallery.class::isInstance)
                .map(chart -> EmbeddedGallery.of((Gallery) chart))
                .toList();
        if (png == null || !galleries.isEmpty()) {
            return new EmbeddedFigure(
                    drawn.title(), drawn.source(), drawn.words(), galleries, null, 0, 0, csvName, numbers);
        }
        byte[] pixels = read(png);
        Path svg = withSuffix(drawn, ".svg");
        byte[] shapes = svg == null ? pixels : read(svg);
        ByteBuffer header = ByteBuffer.wrap(pixels);
        return new EmbeddedFigure(
                drawn.title(),
                drawn.source(),
                drawn.words(),
                galleries,
                shapes.length < pixels.length ? uri("image/svg+xml", shapes) : uri("image/png", pixels),
                header.getInt(PNG_WIDTH) / SCALE,
                header.getInt(PNG_WIDTH + Integer.BYTES) / SCALE,
                csvName,
                numbers);
    }

    private static @Nullable Path withSuffix(Figures.Drawn drawn, String suffix) {
        return drawn.pictures().stream()
                .filter(file -> file.toString().endsWith(suffix))
                .findFirst()
                .orElse(null);
    }

    static String uri(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Failure(
                    ErrorKind.RESOURCES,
                    "%s cannot be read: %s.".formatted(file, IoReason.of(e).why()),
                    e);
        }
    }
}
