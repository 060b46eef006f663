package io.github.psbench.report.chart;

import io.github.psbench.data.picture.JpegDataUri;
import java.awt.Image;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.util.HashMap;
import java.util.Map;
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
        image.setAttributeNS(Svg.XLINK, "xlink:href", JpegDataUri.of(pixels, QUALITY));
        definitions.appendChild(image);
        return name;
    }
}
