package io.github.psbench.data;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.WholeFile;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/**
 * A picture of a data set for people: a row a category, or an attribute's value, and some of its images in each. There is no text in it,
 * since fonts differ from machine to machine; {@link #rows()} tells what the rows are.
 */
public final class ContactSheet {
    private static final int HEIGHT = 128;
    private static final int WIDTH = 64;
    private static final int GUTTER = 3;
    private static final int PAPER = 0xFFFFFF;

    /**
     * A row of the sheet.
     *
     * @param shows what its images have in common, such as "hat yes"
     * @param images from left to right, at most as many as the sheet has columns
     */
    public record Row(String shows, List<PersonImage> images) {
        public Row {
            images = List.copyOf(images);
        }
    }

    private final List<Row> rows;

    private ContactSheet(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * Chooses categories, and images of each, at random.
     *
     * @param images of one or both splits of a data set
     * @param rows how many at most, >= 1
     * @param columns how many images a row at most, >= 1
     * @param seed the same seed chooses the same
     */
    public static ContactSheet ofCategories(
            AttributeSchema schema, List<PersonImage> images, int rows, int columns, long seed) {
        require(rows >= 1, "rows", "must be >= 1", rows);
        Map<PersonCategory, List<PersonImage>> byCategory = new LinkedHashMap<>();
        for (PersonImage image : images) {
            byCategory
                    .computeIfAbsent(image.category(), category -> new ArrayList<>())
                    .add(image);
        }
        Random random = new Random(seed);
        List<Row> chosen = new ArrayList<>();
        for (PersonCategory category : some(byCategory.keySet(), rows, random)) {
            chosen.add(row(schema.describe(category), byCategory.getOrDefault(category, List.of()), columns, random));
        }
        return new ContactSheet(chosen);
    }

    /**
     * Chooses images of each value of an attribute group at random; values without images are left out.
     *
     * @param group the group's name
     * @param columns how many images a row at most, >= 1
     * @param seed the same seed chooses the same
     * @throws IllegalArgumentException if the schema has no such group
     */
    public static ContactSheet ofValues(
            AttributeSchema schema, String group, List<PersonImage> images, int columns, long seed) {
        int index = schema.groups().stream().map(AttributeGroup::name).toList().indexOf(group);
        if (index < 0) {
            throw new IllegalArgumentException("the schema has no group " + group);
        }
        Map<Integer, List<PersonImage>> byValue = new TreeMap<>();
        for (PersonImage image : images) {
            byValue.computeIfAbsent(image.category().values().get(index), value -> new ArrayList<>())
                    .add(image);
        }
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        byValue.forEach((value, having) -> rows.add(
                row(group + " " + schema.groups().get(index).values().get(value).name(), having, columns, random)));
        return new ContactSheet(rows);
    }

    private static Row row(String shows, List<PersonImage> images, int columns, Random random) {
        require(columns >= 1, "columns", "must be >= 1", columns);
        return new Row(shows, some(images, columns, random));
    }

    private static <T> List<T> some(Iterable<T> all, int count, Random random) {
        List<T> shuffled = new ArrayList<>();
        all.forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }

    /** From top to bottom. */
    public List<Row> rows() {
        return rows;
    }

    /**
     * Writes the sheet as PNG. Each picture stands in a field 128 pixels high and 64 wide, as large as fits without being distorted.
     *
     * @throws io.github.psbench.base.Failure of kind RESOURCES, naming the file, if it cannot be written; of kind DATA, if a picture is
     *     damaged
     */
    public void write(Path file) {
        BufferedImage sheet = draw();
        WholeFile.write(file, aside -> {
            if (!ImageIO.write(sheet, "png", aside.toFile())) {
                throw new IOException("this Java has no PNG writer");
            }
        });
    }

    private BufferedImage draw() {
        int columns = rows.stream().mapToInt(row -> row.images().size()).max().orElse(0);
        int width = GUTTER + columns * (WIDTH + GUTTER);
        int height = GUTTER + rows.size() * (HEIGHT + GUTTER);
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(new java.awt.Color(PAPER));
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        for (int row = 0; row < rows.size(); row++) {
            List<PersonImage> images = rows.get(row).images();
            for (int column = 0; column < images.size(); column++) {
                BufferedImage picture = images.get(column).picture().get().buffered();
                double scale = Math.min((double) WIDTH / picture.getWidth(), (double) HEIGHT / picture.getHeight());
                int w = Math.max(1, (int) Math.round(picture.getWidth() * scale));
                int h = Math.max(1, (int) Math.round(picture.getHeight() * scale));
                int left = GUTTER + column * (WIDTH + GUTTER) + (WIDTH - w) / 2;
                int top = GUTTER + row * (HEIGHT + GUTTER) + (HEIGHT - h) / 2;
                graphics.drawImage(picture, left, top, w, h, null);
            }
        }
        graphics.dispose();
        return sheet;
    }
}
