package io.github.psbench.report.chart;

import java.awt.Image;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.batik.svggen.DOMTreeManager;
import org.apache.batik.svggen.GenericImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Pictures in an SVG: as JPEG, each once and in its own resolution, however often it is drawn. Batik's own ways write PNG, several times as
 * large for photographs.
 */
final class SvgPictures implements GenericImageHandler {
    private static final float QUALITY = 0.85f;

    /** A picture in the size that it is drawn in. */
    private record Drawn(Image image, int width, int height) {}

    private final Document document;
    private final Element definitions;
    private final Map<Drawn, String> names = new HashMap<>();

    SvgPictures(Document document, Element definitions) {
        this.document = document;
        this.definitions = definitions;
    }

    @Override
    public void setDOMTreeManager(DOMTreeManager manager) {}

    @Override
    public Element createElement(SVGGeneratorContext context) {
        return document.createElementNS(Svg.NAMESPACE, "use");
    }

    @Override
    public AffineTransform handleImage(
            Image image, Element use, int x, int y, int width, int height, SVGGeneratorContext context) {
        Drawn drawn = new Drawn(image, width, height);
        String name = names.computeIfAbsent(drawn, unknown -> define(pixels(image), width, height));
        use.setAttributeNS(Svg.XLINK, "xlink:href", "#" + name);
        use.setAttribute("x", String.valueOf(x));
        use.setAttribute("y", String.valueOf(y));
        return new AffineTransform();
    }

    @Override
    public AffineTransform handleImage(
            RenderedImage image, Element use, int x, int y, int width, int height, SVGGeneratorContext context) {
        return handleImage((Image) image, use, x, y, width, height, context);
    }

    @Override
    public AffineTransform handleImage(
            RenderableImage image,
            Element use,
            double x,
            double y,
            double width,
            double height,
            SVGGeneratorContext context) {
        throw new UnsupportedOperationException("no chart draws images that are not made of pixels");
    }

    private static BufferedImage pixels(Image image) {
        return image instanceof Thumbnail thumbnail ? thumbnail.source().buffered() : (BufferedImage) image;
    }

    private String define(BufferedImage pixels, int width, int height) {
        String name = "picture" + (names.size() + 1);
        Element image = document.createElementNS(Svg.NAMESPACE, "image");
        image.setAttribute("id", name);
        image.setAttribute("width", String.valueOf(width));
        image.setAttribute("height", String.valueOf(height));
        image.setAttribute("preserveAspectRatio", "none");
        String data = Base64.getEncoder().encodeToString(jpeg(pixels));
        image.setAttributeNS(Svg.XLINK, "xlink:href", "data:image/jpeg;base64," + data);
        definitions.appendChild(image);
        return name;
    }

    private static byte[] jpeg(BufferedImage pixels) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(pixels, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
