package io.github.psbench.report.chart;

import io.github.psbench.data.picture.RgbImage;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/** A picture that was found, in its frame, with rank and score below it. */
final class HitCell {
    static final int WIDTH = 66;
    static final int HEIGHT = 142;

    /** Of the legend. */
    static final int SAMPLE_WIDTH = 34;

    static final int SAMPLE_HEIGHT = 22;

    private static final int PICTURE_WIDTH = 56;
    private static final int PICTURE_HEIGHT = 112;
    private static final int LEFT = 3;
    private static final int TOP = 7;
    private static final int BASELINE = TOP + PICTURE_HEIGHT + 16;
    private static final int FRAME = 3;
    private static final int BADGE = 14;

    private static final BasicStroke SOLID = new BasicStroke(FRAME, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final BasicStroke DASHED =
            new BasicStroke(FRAME, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 4}, 0);
    private static final BasicStroke THIN = new BasicStroke(1);
    private static final BasicStroke SIGN = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private final Thumbnail thumbnail;
    private final Gallery.Relevance relevance;
    private final Lettering rank;
    private final Lettering score;

    HitCell(Gallery.Hit hit, Thumbnail thumbnail) {
        this.thumbnail = thumbnail;
        this.relevance = hit.relevance();
        this.rank = new Lettering(String.valueOf(hit.rank()), Fonts.BOLD, LEFT - 1, BASELINE);
        // Else a cosine just below zero were "-0.000".
        double shown = Math.abs(hit.score()) < 0.0005 ? 0 : hit.score();
        String text = String.format(Locale.ROOT, "%.3f", shown);
        this.score =
                new Lettering(text, Fonts.SMALL, LEFT + PICTURE_WIDTH + 1 - Fonts.width(text, Fonts.SMALL), BASELINE);
    }

    static Thumbnail thumbnail(RgbImage picture) {
        return Thumbnail.of(picture, PICTURE_WIDTH, PICTURE_HEIGHT);
    }

    void paint(Graphics2D graphics) {
        graphics.setColor(Palette.PAPER);
        graphics.fill(new Rectangle2D.Double(LEFT, TOP, PICTURE_WIDTH, PICTURE_HEIGHT));
        graphics.drawImage(
                thumbnail,
                LEFT + (PICTURE_WIDTH - thumbnail.layoutWidth()) / 2,
                TOP + (PICTURE_HEIGHT - thumbnail.layoutHeight()) / 2,
                thumbnail.layoutWidth(),
                thumbnail.layoutHeight(),
                null);
        frame(graphics, relevance, new Rectangle2D.Double(LEFT, TOP, PICTURE_WIDTH, PICTURE_HEIGHT));
        graphics.setColor(Palette.INK);
        graphics.fill(rank);
        graphics.fill(score);
    }

    /** A small frame as the legend shows it. */
    static void paintSample(Graphics2D graphics, Gallery.Relevance relevance) {
        graphics.setColor(Palette.PAPER);
        Rectangle2D place = new Rectangle2D.Double(2, 5, 22, 13);
        graphics.fill(place);
        frame(graphics, relevance, place);
    }

    private static void frame(Graphics2D graphics, Gallery.Relevance relevance, Rectangle2D place) {
        graphics.setStroke(
                switch (relevance) {
                    case RELEVANT -> SOLID;
                    case OTHER -> DASHED;
                    case UNKNOWN -> THIN;
                });
        Color colour =
                switch (relevance) {
                    case RELEVANT -> Palette.RELEVANT;
                    case OTHER -> Palette.OTHER;
                    case UNKNOWN -> Palette.TARGET;
                };
        graphics.setColor(colour);
        graphics.draw(place);
        if (relevance != Gallery.Relevance.UNKNOWN) {
            badge(graphics, relevance == Gallery.Relevance.RELEVANT, colour, place);
        }
    }

    /** A tick or a cross in the upper right corner: nobody has to tell the colours apart. */
    private static void badge(Graphics2D graphics, boolean relevant, Color colour, Rectangle2D place) {
        double x = place.getMaxX() - 1;
        double y = place.getY() + 1;
        graphics.setColor(Color.WHITE);
        graphics.fill(new Ellipse2D.Double(x - BADGE / 2.0 - 1, y - BADGE / 2.0 - 1, BADGE + 2, BADGE + 2));
        graphics.setColor(colour);
        graphics.fill(new Ellipse2D.Double(x - BADGE / 2.0, y - BADGE / 2.0, BADGE, BADGE));
        Path2D sign = new Path2D.Double();
        if (relevant) {
            sign.moveTo(x - 3.5, y + 0.5);
            sign.lineTo(x - 1, y + 3);
            sign.lineTo(x + 3.5, y - 2.5);
        } else {
            sign.moveTo(x - 2.5, y - 2.5);
            sign.lineTo(x + 2.5, y + 2.5);
            sign.moveTo(x + 2.5, y - 2.5);
            sign.lineTo(x - 2.5, y + 2.5);
        }
        graphics.setColor(Color.WHITE);
        graphics.setStroke(SIGN);
        graphics.draw(sign);
    }
}
