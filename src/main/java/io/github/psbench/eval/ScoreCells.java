package io.github.psbench.eval;

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

    private final boolean[] near = new boolean[COUNT];

    /**
     * @param scores exact ones of the relevant images, descending
     * @param bound how far a rounded score is from the exact one at most
     */
    ScoreCells(double[] scores, double bound) {
        int next = COUNT;
        for (double score : scores) {
            // Many may share their cells, so none is marked twice.
            int first = cell(below(score - bound));
            for (int cell = Math.min(cell(above(score + bound)), next - 1); cell >= first; cell--) {
                near[cell] = true;
            }
            next = Math.min(next, first);
        }
    }

    /** How many cells there are. */
    static int count() {
        return COUNT;
    }

    static int cell(float score) {
        return (int) (score * SCALE + COUNT / 2);
    }

    /** Whether a cell has a score that is within the bound of a relevant one. */
    boolean near(int cell) {
        return near[cell];
    }

    /**
     * Counts the images of a block by their cells.
     *
     * @param scores rounded; those of the block begin at start
     * @param counts one a cell
     * @param nearImages takes the numbers, in the block, of the images in cells near a relevant score
     * @return how many those are
     */
    int count(float[] scores, int start, int count, int[] counts, int[] nearImages) {
        int found = 0;
        for (int image = 0; image < count; image++) {
            int cell = cell(scores[start + image]);
            counts[cell]++;
            if (near[cell]) {
                nearImages[found++] = image;
            }
        }
        return found;
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
