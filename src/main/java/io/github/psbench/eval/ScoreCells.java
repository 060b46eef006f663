package io.github.psbench.eval;

import java.util.Arrays;

/**
 * The range of cosines cut into cells of equal width: images in the same cell fall at the same place among the relevant images of a query,
 * unless some relevant score is so near that only exact scores can say.
 *
 * <p>The cell of a score never falls as the score rises, however its arithmetic is rounded. So what is within a distance of a relevant score is
 * in a cell between those of the two ends of that interval.
 */
final class ScoreCells {
    /** Enough for few to be near a relevant score, and so few that what is counted in them stays in a core's first cache. */
    private static final int COUNT = 4096;

    /** Half the number of cells, less room for rounded scores beyond 1 in amount: see {@link GalleryBlock#bound}. */
    private static final float SCALE = 2000;

    /** From 2^23 on, numbers of single precision are whole, so what is added to this is rounded, and its last bits are the cell. */
    private static final float WHOLE = 0x1p23f + COUNT / 2;

    /** Whether a cell has scores that are within the bound of a relevant one. */
    private final boolean[] near = new boolean[COUNT];

    /** For each cell, how many relevant scores are above all its scores by more than the bound. */
    private final int[] above = new int[COUNT];

    /** The lowest cell that is near a relevant score. */
    private final int lowest;

    /**
     * @param scores exact ones of the relevant images, descending
     * @param bound how far a rounded score is from the exact one at most
     */
    ScoreCells(double[] scores, double bound) {
        int cell = COUNT - 1;
        for (int j = 0; j < scores.length; j++) {
            int last = cell(above(scores[j] + bound));
            int first = cell(below(scores[j] - bound));
            for (; cell >= first; cell--) {
                above[cell] = j;
                near[cell] = cell <= last;
            }
        }
        Arrays.fill(above, 0, cell + 1, scores.length);
        lowest = cell + 1;
    }

    /** How many cells there are. */
    static int count() {
        return COUNT;
    }

    static int cell(float score) {
        return lastBits(score * SCALE + WHOLE);
    }

    private static int lastBits(float whole) {
        return Float.floatToRawIntBits(whole) & (COUNT - 1);
    }

    /** How many relevant scores are above all scores of a cell by more than the bound. */
    int above(int cell) {
        return above[cell];
    }

    /** Whether a cell has scores that are within the bound of a relevant one. */
    boolean near(int cell) {
        return near[cell];
    }

    /**
     * Counts the images of a block by their cells, but for those below all relevant ones, whose place is of no interest.
     *
     * @param scores rounded; those of the block begin at start
     * @param counts one a cell
     * @param scratch as long as the block
     * @param nearImages takes the numbers, in the block, of the images in cells near a relevant score; as long as the block
     * @return how many those are
     */
    int count(float[] scores, int start, int count, int[] counts, float[] scratch, int[] nearImages) {
        // Apart from the rest, and with a bound that it knows, the compiler makes vector instructions of this.
        int end = Math.min(count, GalleryBlock.LARGEST);
        for (int image = 0; image < end; image++) {
            scratch[image] = scores[start + image] * SCALE + WHOLE;
        }
        int found = 0;
        for (int first = 0; first < count; first += Long.SIZE) {
            long left = inRange(scratch, first, Math.min(Long.SIZE, count - first));
            while (left != 0) {
                int image = first + Long.numberOfTrailingZeros(left);
                left &= left - 1;
                int cell = lastBits(scratch[image]);
                counts[cell]++;
                if (near[cell]) {
                    nearImages[found++] = image;
                }
            }
        }
        return found;
    }

    /** A bit for each of some images, set if it is in the lowest cell of interest or above it: no branch for the processor to guess. */
    private long inRange(float[] cells, int first, int count) {
        int below = Float.floatToRawIntBits(0x1p23f) + lowest - 1;
        long bits = 0;
        for (int i = 0; i < count; i++) {
            int sign = (below - Float.floatToRawIntBits(cells[first + i])) >>> (Integer.SIZE - 1);
            bits |= (long) sign << i;
        }
        return bits;
    }

    private static float below(double score) {
        float rounded = (float) score;
        return rounded > score ? Math.nextDown(rounded) : rounded;
    }

    private static float above(double score) {
        float rounded = (float) score;
        return rounded < score ? Math.nextUp(rounded) : rounded;
    }
}
