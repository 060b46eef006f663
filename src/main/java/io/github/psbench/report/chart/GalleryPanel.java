package io.github.psbench.report.chart;

import io.github.psbench.data.picture.RgbImage;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lays out a {@link Gallery}: for each search its attributes, then a line or more of pictures for each ranking; below, what the frames mean. */
final class GalleryPanel implements Drawing {
    static final int WIDTH = 10 * HitCell.WIDTH;

    private static final int LINE = 15;
    private static final int GAP = 10;
    private static final int MOST_LINES = 12;
    private static final int BETWEEN = 12;

    /** Something that is drawn below what came before. */
    private record Block(int height, Painter painter) {}

    /** Paints with its upper left corner at the origin. */
    private interface Painter {
        void paint(Graphics2D graphics);
    }

    private final List<Block> blocks = new ArrayList<>();

    /** A picture that is found twice is one picture, so that an SVG holds it once. */
    private final Map<RgbImage, Thumbnail> thumbnails = new HashMap<>();

    GalleryPanel(Gallery gallery) {
        if (!gallery.labels().title().isBlank()) {
            text(gallery.labels().title(), Fonts.TITLE, Palette.INK);
            gap(GAP);
        }
        for (Gallery.Search search : gallery.searches()) {
            search(search);
        }
        legend(gallery);
        for (String sentence : gallery.caption()) {
            text(sentence, Fonts.SMALL, Palette.QUIET);
        }
    }

    private void search(Gallery.Search search) {
        rule();
        headed(search.name(), Fonts.TITLE, search.facts(), Fonts.TEXT);
        gap(2);
        AttributeColumns attributes = new AttributeColumns(search.attributes(), WIDTH);
        blocks.add(new Block(attributes.height(), attributes::paint));
        for (Gallery.Ranked ranking : search.rankings()) {
            gap(GAP / 2);
            headed(ranking.name(), Fonts.BOLD, ranking.facts(), Fonts.SMALL);
            gap(2);
            for (int first = 0; first < ranking.hits().size(); first += WIDTH / HitCell.WIDTH) {
                int end = Math.min(ranking.hits().size(), first + WIDTH / HitCell.WIDTH);
                hits(ranking.hits().subList(first, end));
            }
        }
        gap(GAP);
    }

    private void hits(List<Gallery.Hit> hits) {
        List<HitCell> cells = hits.stream()
                .map(hit -> new HitCell(hit, thumbnails.computeIfAbsent(hit.picture(), HitCell::thumbnail)))
                .toList();
        blocks.add(new Block(HitCell.HEIGHT, graphics -> {
            AffineTransform place = graphics.getTransform();
            for (HitCell cell : cells) {
                cell.paint(graphics);
                graphics.translate(HitCell.WIDTH, 0);
            }
            graphics.setTransform(place);
        }));
    }

    private void legend(Gallery gallery) {
        Set<Gallery.Relevance> seen = EnumSet.noneOf(Gallery.Relevance.class);
        gallery.searches().stream()
                .flatMap(search -> search.rankings().stream())
                .flatMap(ranking -> ranking.hits().stream())
                .forEach(hit -> seen.add(hit.relevance()));
        rule();
        if (seen.contains(Gallery.Relevance.RELEVANT) || seen.contains(Gallery.Relevance.OTHER)) {
            legend(Gallery.Relevance.RELEVANT, "relevant: the image has all attributes that the query asks for");
            legend(Gallery.Relevance.OTHER, "not relevant: it differs in some of them");
        }
        if (seen.contains(Gallery.Relevance.UNKNOWN)) {
            legend(Gallery.Relevance.UNKNOWN, "nobody has said what is to be seen in these images");
        }
        text("Below each image: its rank, and its score (cosine of query and image).", Fonts.SMALL, Palette.INK);
        gap(2);
    }

    private void legend(Gallery.Relevance relevance, String meaning) {
        Lettering words = new Lettering(meaning, Fonts.SMALL, HitCell.SAMPLE_WIDTH, HitCell.SAMPLE_HEIGHT / 2.0 + 4);
        blocks.add(new Block(HitCell.SAMPLE_HEIGHT, graphics -> {
            HitCell.paintSample(graphics, relevance);
            graphics.setColor(Palette.INK);
            graphics.fill(words);
        }));
    }

    private void rule() {
        blocks.add(new Block(GAP / 2, graphics -> {
            graphics.setColor(Palette.FAINT);
            graphics.fillRect(0, 0, WIDTH, 1);
        }));
    }

    private void text(String text, Font font, Color colour) {
        if (text.isBlank()) {
            return;
        }
        for (String line : Fonts.broken(text, font, WIDTH, MOST_LINES)) {
            line(List.of(new Lettering(line, font, 0, LINE - 4)), colour);
        }
    }

    private void gap(int height) {
        blocks.add(new Block(height, graphics -> {}));
    }

    /** A name and what is said of it, beside each other if there is room for both. */
    private void headed(String name, Font font, String facts, Font factsFont) {
        double after = name.isBlank() ? 0 : Fonts.width(name, font) + BETWEEN;
        if (name.isBlank() || facts.isBlank() || after + Fonts.width(facts, factsFont) > WIDTH) {
            text(name, font, Palette.INK);
            text(facts, factsFont, Palette.INK);
            return;
        }
        line(
                List.of(new Lettering(name, font, 0, LINE - 4), new Lettering(facts, factsFont, after, LINE - 4)),
                Palette.INK);
    }

    private void line(List<Lettering> texts, Color colour) {
        blocks.add(new Block(LINE, graphics -> {
            graphics.setColor(colour);
            texts.forEach(graphics::fill);
        }));
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return blocks.stream().mapToInt(Block::height).sum();
    }

    @Override
    public void paint(Graphics2D graphics) {
        AffineTransform place = graphics.getTransform();
        for (Block block : blocks) {
            block.painter().paint(graphics);
            graphics.translate(0, block.height());
        }
        graphics.setTransform(place);
    }
}
