package io.github.psbench.eval;

/**
 * Where images fall among the relevant scores of a query, as far as a rounded score tells: the range of the relevant scores cut into cells,
 * and for each cell either how many relevant images come before every image in it, or that only an exact score can say.
 *
 * <p>The cell of a score never falls as the score rises, however its arithmetic is rounded. So what is within the bound of a relevant score is
 * in a cell between those of the two ends of that interval, and these cells are the ones that are not certain.
 */
final class Places {
    /** For a cell within the bound of some relevant score. */
    static final int UNCERTAIN = -1;

    /** So many for each relevant image that few of them are uncertain for their width alone. */
    private static final int CELLS_PER_IMAGE = 16;

    private static final int MOST_CELLS = 1 << 16;

    private final float lowest;
    private final float scale;
    private final int[] places;

    /**
     * @param scores exact ones of the relevant images, descending, at least one
     * @param bound how far a rounded score is from the exact one at most, > 0
     */
    Places(double[] scores, double bound) {
        lowest = below(scores[scores.length - 1] - bound);
        float highest = above(scores[0] + bound);
        scale = Math.min(MOST_CELLS, CELLS_PER_IMAGE * scores.length) / (highest - lowest);
        places = new int[(int) ((highest - lowest) * scale) + 2];
        int cell = places.length - 1;
        for (int j = 0; j < scores.length; j++) {
            int last = cell(above(scores[j] + bound));
            for (; cell > last; cell--) {
                places[cell] = j;
            }
            int first = cell(below(scores[j] - bound));
            for (; cell >= first; cell--) {
                places[cell] = UNCERTAIN;
            }
        }
    }

    /**
     * Counts the images of a block whose place is certain. No relevant image is among them.
     *
     * @param scores rounded; those of the block begin at start
     * @param counts takes, at 1 + place, how many images have so many relevant ones before them; those after all relevant ones need not be
     *     counted; at 0, what is of no use
     * @param uncertain takes the numbers, in the block, of the images whose place only an exact score can say; as long as the block
     * @return how many those are
     */
    int count(float[] scores, int start, int count, int[] counts, int[] uncertain) {
        // Hardly any image that is not at the far end is foreseeable, so the loops have no branches for the processor
        // to guess.
        int[] inRange = uncertain;
        int left = 0;
        for (int image = 0; image < count; image++) {
            inRange[left] = image;
            left += scores[start + image] >= lowest ? 1 : 0;
        }
        int kept = 0;
        for (int j = 0; j < left; j++) {
            int image = inRange[j];
            int place = places[cell(scores[start + image])];
            counts[1 + place]++;
            uncertain[kept] = image;
            kept += place == UNCERTAIN ? 1 : 0;
        }
        return kept;
    }

    private int cell(float score) {
        return Math.min((int) ((score - lowest) * scale), places.length - 1);
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
