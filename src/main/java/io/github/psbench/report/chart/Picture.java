package io.github.psbench.report.chart;

import io.github.psbench.base.WholeFile;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;

/**
 * Charts below each other, under a heading.
 *
 * @param title what is seen
 * @param source what it was measured in: experiment, profile, data set, seeds
 * @param charts at least one
 */
public record Picture(String title, String source, List<Chart> charts) {
    /** Pixels of the PNG for each of the layout's, so that it is sharp in print. */
    static final int SCALE = 2;

    private static final int MARGIN = 16;
    private static final int HEADING = 62;

    public Picture {
        charts = List.copyOf(charts);
    }

    /**
     * Writes the picture as PNG and as SVG.
     *
     * @return the two files
     * @throws io.github.psbench.base.Failure of kind RESOURCES if a file cannot be written, or if the machine has no fonts
     */
    public List<Path> write(Path png, Path svg) {
        Fonts.require();
        List<Drawing> panels = charts.stream().map(Picture::layout).toList();
        int width = panels.stream().mapToInt(Drawing::width).max().orElse(0) + 2 * MARGIN;
        int height = HEADING + panels.stream().mapToInt(Drawing::height).sum() + MARGIN;

        BufferedImage image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(SCALE, SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        paint(graphics, panels, width);
        graphics.dispose();
        WholeFile.write(png, aside -> writePng(image, aside));

        Svg drawing = new Svg(title + ", " + source, width, height);
        paint(drawing.graphics(), panels, width);
        WholeFile.write(svg, drawing.text());
        return List.of(png, svg);
    }

    /** With pictures in it a file takes a fifth less where it is packed as well as it can be; else that is not worth the time. */
    private void writePng(BufferedImage image, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream stream = new FileImageOutputStream(file.toFile())) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            if (charts.stream().anyMatch(Gallery.class::isInstance)) {
                settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                settings.setCompressionQuality(0);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
    }

    private static Drawing layout(Chart chart) {
        if (chart instanceof Lines lines) {
            return lines.scale() instanceof Lines.Words words ? WordLinesPanel.of(lines, words) : LinesPanel.of(lines);
        }
        if (chart instanceof Bars bars) {
            return BarsPanel.of(bars);
        }
        if (chart instanceof Gallery gallery) {
            return new GalleryPanel(gallery);
        }
        return HeatMapPanel.of((HeatMap) chart);
    }

    private void paint(Graphics2D graphics, List<Drawing> panels, int width) {
        int room = width - 2 * MARGIN;
        graphics.setColor(Palette.INK);
        paint(graphics, Fonts.layout(Fonts.shortened(title, Fonts.HEADING, room), Fonts.HEADING), 28);
        paint(graphics, Fonts.layout(Fonts.shortened(source, Fonts.TEXT, room), Fonts.TEXT), 48);
        AffineTransform place = graphics.getTransform();
        int top = HEADING;
        for (Drawing panel : panels) {
            graphics.translate(MARGIN, top);
            panel.paint(graphics);
            graphics.setTransform(place);
            top += panel.height();
        }
    }

    private static void paint(Graphics2D graphics, TextLayout text, int baseline) {
        graphics.fill(text.getOutline(AffineTransform.getTranslateInstance(MARGIN, baseline)));
    }
}
