package io.github.psbench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A curve as a small chart of characters. A braille character shows two columns of four dots each; a plain one is a star or nothing.
 *
 * @param x what the chart covers, from left to right
 * @param y from bottom to top
 * @param columns of characters, >= 1
 * @param rows of characters, >= 1
 * @param plain whether it is made of ASCII characters
 */
record CurveChart(Span x, Span y, int columns, int rows, boolean plain) {
    private static final char NO_DOTS = '\u2800';

    /** What a dot adds to {@link #NO_DOTS}, by its row from the top and its column. */
    private static final int[][] BRAILLE = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private static final int[][] STAR = {{'*' - ' '}};

    /** From its least to its greatest value. */
    record Span(double least, double greatest) {
        /** Where a value lies among so many places, 0 for the least. */
        int place(double value, int places) {
            double share = greatest > least ? (value - least) / (greatest - least) : 0.5;
            return (int) Math.max(0, Math.min(places - 1, Math.round(share * (places - 1))));
        }
    }

    /** @return {@code rows} lines of {@code columns} characters each, the uppermost first */
    List<String> of(SortedMap<Integer, Double> curve) {
        int[][] dots = plain ? STAR : BRAILLE;
        char nothing = plain ? ' ' : NO_DOTS;
        int height = dots.length;
        int width = dots[0].length;
        int[][] cells = new int[rows][columns];
        for (int[] dot : dots(curve, columns * width, rows * height)) {
            int fromTop = rows * height - 1 - dot[1];
            cells[fromTop / height][dot[0] / width] |= dots[fromTop % height][dot[0] % width];
        }
        List<String> lines = new ArrayList<>();
        for (int[] row : cells) {
            StringBuilder line = new StringBuilder();
            for (int cell : row) {
                line.append((char) (nothing + cell));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** Places from the left and from the bottom: of the points, and of straight lines between them. */
    private List<int[]> dots(SortedMap<Integer, Double> curve, int across, int up) {
        List<int[]> dots = new ArrayList<>();
        int[] last = null;
        for (Map.Entry<Integer, Double> point : curve.entrySet()) {
            int[] here = {x.place(point.getKey(), across), y.place(point.getValue(), up)};
            if (last != null) {
                int steps = Math.max(Math.abs(here[0] - last[0]), Math.abs(here[1] - last[1]));
                for (int step = 1; step < steps; step++) {
                    double share = (double) step / steps;
                    dots.add(new int[] {between(last[0], here[0], share), between(last[1], here[1], share)});
                }
            }
            dots.add(here);
            last = here;
        }
        return dots;
    }

    private static int between(int from, int to, double share) {
        return (int) Math.round(from + share * (to - from));
    }
}
