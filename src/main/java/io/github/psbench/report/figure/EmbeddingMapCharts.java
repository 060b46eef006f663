package io.github.psbench.report.figure;

import io.github.psbench.data.AttributeGroup;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.report.chart.Chart;
import io.github.psbench.report.chart.Colour;
import io.github.psbench.report.chart.Scatter;
import io.github.psbench.report.chart.Scatter.Group;
import io.github.psbench.report.chart.Scatter.Shape;
import io.github.psbench.report.figure.EmbeddingMap.Kind;
import io.github.psbench.report.figure.EmbeddingMapFigure.Mapped;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.spec.TsneFigure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The two charts of {@link EmbeddingMapFigure}, and what has to be said about them.
 *
 * @param rows at least one
 */
record EmbeddingMapCharts(
        PersonDataset people, CategoryPair pair, ColourGroup colour, List<Mapped> rows, TsneFigure settings) {
    private static final int DOT = 4;
    private static final int SMALL = 6;
    private static final int SMALL_STAR = 9;
    private static final int CIRCLE = 10;
    private static final int STAR = 20;

    /** So that values differ in more than their colour. */
    private static final List<Shape> SHAPES = List.of(Shape.CIRCLE, Shape.SQUARE, Shape.TRIANGLE, Shape.DIAMOND);

    private static final String AXES = "The axes have no unit; distances between groups that lie apart mean nothing.";

    /** The groups of the close-up, in the order in which they are painted. */
    private static final int OTHER_IMAGES = 0;

    private static final int OTHER_CATEGORIES = 1;
    private static final int IMAGES_A = 2;
    private static final int IMAGES_B = 3;
    private static final int CATEGORY_A = 4;
    private static final int CATEGORY_B = 5;

    /** The pair, in a square that holds all of its points. */
    Scatter closeUp() {
        String first = pair.own(people, pair.first());
        String second = pair.own(people, pair.second());
        List<Group> groups = List.of(
                new Group("other images", Shape.CIRCLE, DOT, Colour.BACKGROUND),
                new Group("other categories", Shape.STAR, SMALL_STAR, Colour.BACKGROUND),
                new Group(images(pair.firstImages()) + ": " + first, Shape.CIRCLE, CIRCLE, Colour.numbered(0)),
                new Group(images(pair.secondImages()) + ": " + second, Shape.CIRCLE, CIRCLE, Colour.numbered(1)),
                new Group("category: " + first, Shape.STAR, STAR, Colour.numbered(0)),
                new Group("category: " + second, Shape.STAR, STAR, Colour.numbered(1)));
        List<Scatter.Plane> planes = rows.stream()
                .map(row -> new Scatter.Plane(title(row), paired(row), window(row), null))
                .toList();
        return new Scatter(
                new Chart.Labels("Two categories and their images, close up", "", ""),
                groups,
                planes,
                "Both: " + pair.shared(people) + ". They differ in: " + first + " or " + second + ". "
                        + sentence(chosenPair()) + " " + AXES);
    }

    private static String images(int count) {
        return count == 1 ? "1 image" : count + " images";
    }

    private static String title(Mapped row) {
        return PlainText.of(row.trial().spec().row()) + " (seed "
                + row.trial().spec().seed() + ")";
    }

    private List<Scatter.Point> paired(Mapped row) {
        return row.map().points().stream()
                .map(point -> new Scatter.Point(paired(point), point.x(), point.y()))
                .toList();
    }

    private int paired(EmbeddingMap.Point point) {
        boolean image = point.kind() == Kind.IMAGE;
        if (point.category() == pair.first()) {
            return image ? IMAGES_A : CATEGORY_A;
        }
        if (point.category() == pair.second()) {
            return image ? IMAGES_B : CATEGORY_B;
        }
        return image ? OTHER_IMAGES : OTHER_CATEGORIES;
    }

    private Scatter.Square window(Mapped row) {
        return Scatter.Square.around(
                paired(row).stream().filter(point -> point.group() >= IMAGES_A).toList());
    }

    /** All images and categories, coloured by one attribute group. */
    Scatter wholeSpace() {
        AttributeGroup group = people.schema().groups().get(colour.group());
        String name = PlainText.of(group.name());
        List<Group> groups = new ArrayList<>();
        String others = colour.others() == 0 ? "" : name + ": others (" + colour.others() + ")";
        groups.add(new Group(others, Shape.CIRCLE, DOT, Colour.BACKGROUND));
        List<Colour> paints = paints(group);
        List<Group> stars = new ArrayList<>();
        for (int i = 0; i < colour.values().size(); i++) {
            String value = group.values().get(colour.values().get(i)).name();
            Colour painted = paints.get(i);
            groups.add(new Group(
                    PlainText.of(value) + " ("
                            + colour.counts().get(colour.values().get(i)) + ")",
                    SHAPES.get(i % SHAPES.size()),
                    SMALL,
                    painted));
            stars.add(new Group("", Shape.STAR, SMALL_STAR, painted));
        }
        groups.add(new Group("", Shape.STAR, SMALL_STAR, Colour.BACKGROUND));
        groups.addAll(stars);
        List<Scatter.Plane> planes = rows.stream()
                .map(row -> new Scatter.Plane(title(row), coloured(row), null, window(row)))
                .toList();
        return new Scatter(
                new Chart.Labels(
                        String.format(
                                Locale.ROOT,
                                "All %,d images of the gallery and %,d query categories, by %s",
                                people.gallery().size(),
                                people.queryCategories().size(),
                                name),
                        "",
                        ""),
                groups,
                planes,
                "Circles, squares, triangles and diamonds: images. Stars: categories, in the colour of their " + name
                        + ". In brackets: images. Frame: the close-up. " + sentence(chosenColour()) + " "
                        + sentence(method() + "; " + quality()));
    }

    /** Of each value: what it names; grey for none; for any other word the next colour that no value names. */
    private List<Colour> paints(AttributeGroup group) {
        List<String> names = colour.values().stream()
                .map(value -> group.values().get(value).name())
                .toList();
        List<@Nullable Colour> named = new ArrayList<>();
        names.forEach(name -> named.add(name.equals(AttributeGroup.NONE) ? Colour.BACKGROUND : Colour.named(name)));
        List<Colour> paints = new ArrayList<>();
        int next = 0;
        for (@Nullable Colour paint : named) {
            while (paint == null && named.contains(Colour.numbered(next)) && next < names.size()) {
                next++;
            }
            paints.add(paint == null ? Colour.numbered(next++) : paint);
        }
        return paints;
    }

    private List<Scatter.Point> coloured(Mapped row) {
        return row.map().points().stream()
                .map(point -> {
                    int value = people.queryCategories()
                            .get(point.category())
                            .values()
                            .get(colour.group());
                    int place = 1 + colour.values().indexOf(value);
                    int group = point.kind() == Kind.IMAGE
                            ? place
                            : 1 + colour.values().size() + place;
                    return new Scatter.Point(group, point.x(), point.y());
                })
                .toList();
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private String chosenPair() {
        return pair.asked() ? "the pair was asked for" : "the pair: " + CategoryPair.RULE;
    }

    private String chosenColour() {
        return colour.asked() ? "the attribute group was asked for" : "coloured by " + ColourGroup.RULE;
    }

    private String method() {
        EmbeddingMap map = rows.get(0).map();
        return "%s t-SNE of all points of a row together: perplexity %s, %d iterations; trustworthiness over %d neighbours"
                .formatted(map.exact() ? "exact" : "Barnes-Hut", perplexity(), settings.iterations(), map.neighbours());
    }

    private String quality() {
        return rows.stream().map(Mapped::inWords).collect(Collectors.joining("; "));
    }

    private String perplexity() {
        return new BigDecimal(String.valueOf(settings.perplexity()))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** What is to be known about the figure, each to follow its name. */
    List<String> notes() {
        return List.of(
                "the pair is %s (%s) and %s (%s); both are %s; %s"
                        .formatted(
                                pair.own(people, pair.first()),
                                images(pair.firstImages()),
                                pair.own(people, pair.second()),
                                images(pair.secondImages()),
                                pair.shared(people),
                                chosenPair()),
                "the colours are of %s; %s"
                        .formatted(
                                PlainText.of(people.schema()
                                        .groups()
                                        .get(colour.group())
                                        .name()),
                                chosenColour()),
                method() + "; " + rows.stream().map(Mapped::inWords).collect(Collectors.joining("; ")));
    }
}
