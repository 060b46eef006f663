package io.github.psbench.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Attributes as a list of names and values, column by column: in as many columns as leave each on one line, else in two, and then what is
 * long takes more lines.
 */
final class AttributeColumns {
    private static final int MOST_COLUMNS = 4;
    private static final int COLUMNS_OF_LONG = 2;
    private static final int LINE = 14;
    private static final int BASELINE = 11;
    private static final int GAP = 5;
    private static final int GUTTER = 16;
    private static final double NAMES_SHARE = 0.45;
    private static final int MOST_LINES = 12;

    /** A text laid out, with its place. */
    private record Placed(Lettering text, Color colour) {}

    private final List<Placed> placed = new ArrayList<>();
    private int height;

    AttributeColumns(List<Gallery.Attribute> attributes, int width) {
        int columns = MOST_COLUMNS;
        while (columns > COLUMNS_OF_LONG && !fit(attributes, columns, columnWidth(columns, width))) {
            columns--;
        }
        double room = columnWidth(columns, width);
        int each = each(attributes, columns);
        double left = 0;
        for (int first = 0; first < attributes.size(); first += each) {
            column(attributes.subList(first, Math.min(attributes.size(), first + each)), left, room);
            left += room + GUTTER;
        }
    }

    private static double columnWidth(int columns, int width) {
        return (width - GUTTER * (columns - 1.0)) / columns;
    }

    /** How many attributes a column has. */
    private static int each(List<Gallery.Attribute> attributes, int columns) {
        return Math.max(1, (attributes.size() + columns - 1) / columns);
    }

    private static boolean fit(List<Gallery.Attribute> attributes, int columns, double room) {
        int each = each(attributes, columns);
        for (int first = 0; first < attributes.size(); first += each) {
            List<Gallery.Attribute> column = attributes.subList(first, Math.min(attributes.size(), first + each));
            if (longest(column, AttributeColumns::name) + GAP + longest(column, Gallery.Attribute::value) > room) {
                return false;
            }
        }
        return true;
    }

    private static double longest(List<Gallery.Attribute> column, Function<Gallery.Attribute, String> text) {
        return column.stream()
                .mapToDouble(attribute -> Fonts.width(text.apply(attribute), font(attribute)))
                .max()
                .orElse(0);
    }

    private static String name(Gallery.Attribute attribute) {
        return attribute.name() + ":";
    }

    private static Font font(Gallery.Attribute attribute) {
        return attribute.asked() ? Fonts.BOLD : Fonts.SMALL;
    }

    private void column(List<Gallery.Attribute> column, double left, double room) {
        double names = longest(column, AttributeColumns::name);
        if (!fit(column, 1, room)) {
            names = Math.min(names, NAMES_SHARE * room);
        }
        int top = 0;
        for (Gallery.Attribute attribute : column) {
            int name = place(name(attribute), attribute, Palette.QUIET, left, top, names);
            int value = place(attribute.value(), attribute, Palette.INK, left + names + GAP, top, room - names - GAP);
            top += LINE * Math.max(name, value);
        }
        height = Math.max(height, top);
    }

    /** @return how many lines it takes */
    private int place(String text, Gallery.Attribute attribute, Color colour, double left, int top, double room) {
        // One more pixel: what just fits by its advance may be broken by a rounding.
        List<String> lines = Fonts.broken(text, font(attribute), room + 1, MOST_LINES);
        for (int i = 0; i < lines.size(); i++) {
            placed.add(
                    new Placed(new Lettering(lines.get(i), font(attribute), left, top + LINE * i + BASELINE), colour));
        }
        return lines.size();
    }

    int height() {
        return height;
    }

    void paint(Graphics2D graphics) {
        for (Placed each : placed) {
            graphics.setColor(each.colour());
            graphics.fill(each.text());
        }
    }
}
