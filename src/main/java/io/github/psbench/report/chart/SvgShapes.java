package io.github.psbench.report.chart;

import java.awt.Shape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGShape;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Shapes in an SVG: as Batik writes them, but for {@link Lettering}, of which each letter is defined once. */
final class SvgShapes extends SVGShape {
    private final Document document;
    private final Element definitions;
    private final Map<Lettering.Letter, String> names = new HashMap<>();

    SvgShapes(Document document, SVGGeneratorContext context, Element definitions) {
        super(context);
        this.document = document;
        this.definitions = definitions;
    }

    @Override
    public Element toSVG(Shape shape) {
        if (!(shape instanceof Lettering text) || text.letters().isEmpty()) {
            return super.toSVG(shape);
        }
        Element line = document.createElementNS(Svg.NAMESPACE, "g");
        line.setAttribute("transform", "translate(0 " + number(text.baseline()) + ")");
        for (Lettering.Placed placed : text.letters()) {
            Element use = document.createElementNS(Svg.NAMESPACE, "use");
            use.setAttribute("x", number(placed.left()));
            use.setAttributeNS(Svg.XLINK, "xlink:href", "#" + name(placed.letter()));
            line.appendChild(use);
        }
        // Batik writes a transform of its own, and the colour, on what it is given.
        Element coloured = document.createElementNS(Svg.NAMESPACE, "g");
        coloured.appendChild(line);
        return coloured;
    }

    private String name(Lettering.Letter letter) {
        String known = names.get(letter);
        if (known != null) {
            return known;
        }
        String name = "l" + (names.size() + 1);
        names.put(letter, name);
        Element outline = super.toSVG(letter.outline());
        outline.setAttribute("id", name);
        definitions.appendChild(outline);
        return name;
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(Svg.DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
