package io.github.psbench.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.data.AttributeGroup;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.picture.RgbImage;
import io.github.psbench.report.chart.Colour;
import io.github.psbench.report.figure.EmbeddingMap;
import io.github.psbench.report.text.PlainText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A data set's maps, as the page's script draws them. */
final class MapData {
    private static final int MOST_IMAGES = 1500;
    private static final int COLUMNS = 40;
    private static final int WIDTH = 24;
    private static final int HEIGHT = 48;
    /** The script's unit: a plane is so many wide and high. */
    private static final double SIDE = 1000;

    private final PersonDataset people;
    private final List<PersonCategory> categories;
    /** The place on the sheet of an image, by its index in the gallery. */
    private final Map<Integer, Integer> places = new HashMap<>();

    private final int[] shown;

    private MapData(PersonDataset people) {
        this.people = people;
        this.categories = people.queryCategories();
        this.shown = evenly(people.gallery().size());
        IntStream.range(0, shown.length).forEach(place -> places.put(shown[place], place));
    }

    /** Of a large gallery as many as a page can carry, evenly over its order. */
    static int[] evenly(int images) {
        int count = Math.min(images, MOST_IMAGES);
        return IntStream.range(0, count)
                .map(i -> (int) ((long) i * images / count))
                .toArray();
    }

    /**
     * The pictures of the images that are shown.
     *
     * @throws io.github.psbench.base.Failure of kind DATA where one cannot be decoded
     */
    static Thumbnails.Sheet sheet(PersonDataset people) {
        List<RgbImage> pictures = Arrays.stream(evenly(people.gallery().size()))
                .mapToObj(image -> people.gallery().get(image).picture().get())
                .toList();
        return Thumbnails.sheet(pictures, COLUMNS, WIDTH, HEIGHT);
    }

    static ObjectNode of(MappedDataset mapped) {
        return new MapData(mapped.people()).json(mapped);
    }

    private ObjectNode json(MappedDataset mapped) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        List<AttributeGroup> groups = people.schema().groups();
        ArrayNode attributes = node.putArray("attributes");
        for (AttributeGroup group : groups) {
            ObjectNode attribute = attributes.addObject().put("name", PlainText.of(group.name()));
            ArrayNode values = attribute.putArray("values");
            group.values().forEach(value -> values.add(PlainText.of(value.name())));
            if (group.values().stream().anyMatch(value -> Colour.named(value.name()) != null)) {
                ArrayNode colours = attribute.putArray("colours");
                group.values().forEach(value -> colours.add(paint(value.name())));
            }
        }
        ArrayNode all = node.putArray("categories");
        for (PersonCategory category : categories) {
            ArrayNode values = all.addArray();
            category.values().forEach(values::add);
        }
        Map<PersonCategory, Integer> indices = new HashMap<>();
        IntStream.range(0, categories.size()).forEach(i -> indices.put(categories.get(i), i));
        ArrayNode images = node.putArray("images");
        for (int image : shown) {
            images.add(Objects.requireNonNull(
                    indices.get(people.gallery().get(image).category()), "a gallery image of no query category"));
        }
        node.put("all", people.gallery().size());
        node.put("colour", colour(mapped, groups));
        Thumbnails.Sheet sheet = mapped.sheet();
        node.putObject("sheet")
                .put("uri", sheet.uri())
                .put("columns", sheet.columns())
                .put("width", sheet.width())
                .put("height", sheet.height());
        ArrayNode planes = node.putArray("planes");
        mapped.rows().forEach(row -> fill(planes.addObject(), row));
        return node;
    }

    /** As in the drawn figure: "#d7191c" for red; null where a word names no colour. */
    private static @Nullable String paint(String value) {
        Colour paint = value.equals(AttributeGroup.NONE) ? Colour.BACKGROUND : Colour.named(value);
        return paint == null ? null : String.format(Locale.ROOT, "#%06x", paint.rgb());
    }

    private void fill(ObjectNode node, MappedDataset.Row row) {
        EmbeddingMap map = row.map();
        node.put("title", PlainText.of(row.row()) + ", seed " + row.seed());
        node.put(
                "quality",
                String.format(
                        Locale.ROOT,
                        "KL divergence %.2f, trustworthiness %.3f",
                        map.divergence(),
                        map.trustworthiness()));
        double left =
                map.points().stream().mapToDouble(EmbeddingMap.Point::x).min().orElse(0);
        double right =
                map.points().stream().mapToDouble(EmbeddingMap.Point::x).max().orElse(0);
        double low =
                map.points().stream().mapToDouble(EmbeddingMap.Point::y).min().orElse(0);
        double high =
                map.points().stream().mapToDouble(EmbeddingMap.Point::y).max().orElse(0);
        double side = Math.max(Math.max(right - left, high - low), Double.MIN_NORMAL);
        ArrayNode points = node.putArray("points");
        for (EmbeddingMap.Point point : map.points()) {
            boolean image = point.kind() == EmbeddingMap.Kind.IMAGE;
            Integer index = image ? places.get(point.index()) : Integer.valueOf(point.index());
            if (index != null) {
                points.addArray()
                        .add(image ? 0 : 1)
                        .add(index)
                        .add(Math.round(SIDE * (0.5 + (point.x() - (left + right) / 2) / side)))
                        .add(Math.round(SIDE * (0.5 - (point.y() - (low + high) / 2) / side)));
            }
        }
    }

    /** The group that the experiment names, else the one whose most frequent value covers the fewest images. */
    private int colour(MappedDataset mapped, List<AttributeGroup> groups) {
        return IntStream.range(0, groups.size())
                .filter(g -> groups.get(g).name().equalsIgnoreCase(mapped.colour()))
                .findFirst()
                .orElseGet(() -> IntStream.range(0, groups.size())
                        .boxed()
                        .min((a, b) -> Integer.compare(mostFrequent(a), mostFrequent(b)))
                        .orElseThrow());
    }

    private int mostFrequent(int group) {
        int[] counts = new int[people.schema().groups().get(group).values().size()];
        people.gallery().forEach(image -> counts[image.category().values().get(group)]++);
        return Arrays.stream(counts).max().orElse(0);
    }
}
