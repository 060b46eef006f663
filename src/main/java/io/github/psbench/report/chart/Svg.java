package io.github.psbench.report.chart;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.StringWriter;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An SVG that is drawn like a picture. */
final class Svg {
    static final String NAMESPACE = "http://www.w3.org/2000/svg";
    static final String XLINK = "http://www.w3.org/1999/xlink";

    /** Of a pixel: finer than eyes and printers. */
    static final int DECIMALS = 2;

    private final Document document;
    private final SVGGraphics2D graphics;

    /** What is defined once and used wherever it stands. */
    private final Element definitions;

    private final String title;

    /** @param title for whoever does not see the picture, and for searching */
    Svg(String title, int width, int height) {
        this.title = title;
        document = emptyDocument();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        context.setPrecision(DECIMALS);
        definitions = document.createElementNS(NAMESPACE, "defs");
        context.setGenericImageHandler(new SvgPictures(document, definitions));
        graphics = new SVGGraphics2D(context, false) {
            {
                shapeConverter = new SvgShapes(document, context, definitions);
            }
        };
        graphics.setSVGCanvasSize(new Dimension(width, height));
    }

    private static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java has a maker of XML documents", e);
        }
    }

    Graphics2D graphics() {
        return graphics;
    }

    String text() {
        Element root = graphics.getRoot();
        Element heading = document.createElementNS(NAMESPACE, "title");
        heading.setTextContent(title);
        root.insertBefore(heading, root.getFirstChild());
        if (definitions.hasChildNodes()) {
            // Else it stood at each of the many places where it is used.
            root.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:xlink", XLINK);
            root.insertBefore(definitions, heading.getNextSibling());
        }
        StringWriter text = new StringWriter();
        try {
            // Batik's own writer names a document type, which readers would fetch from the network.
            Transformer writer = TransformerFactory.newInstance().newTransformer();
            writer.transform(new DOMSource(root), new StreamResult(text));
        } catch (TransformerException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return text + "\n";
    }
}
