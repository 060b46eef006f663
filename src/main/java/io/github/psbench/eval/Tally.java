package io.github.psbench.eval;

/** How many images that are not relevant to a query come before each of those that are, as far as it has met them. */
final class Tally {
    private final RelevantImages relevant;

    /** Images in each cell of rounded scores; those near a relevant score say nothing. */
    private final int[] inCell = new int[ScoreCells.count()];

    /** Of the images in cells near a relevant score, those between the relevant image before and this one; last, after all of them. */
    private final int[] between;

    private long ties;

    Tally(RelevantImages relevant) {
        this.relevant = relevant;
        this.between = new int[relevant.count() + 1];
    }

    /**
     * Takes note of those images of a block whose place a rounded score tells. No relevant image is among them.
     *
     * @param scores rounded; those of the block begin at start
     * @param scratch as long as the block
     * @param others takes the numbers, in the block, of all other images
     * @return how many those are
     */
    int meet(float[] scores, int start, int count, float[] scratch, int[] others) {
        int near = relevant.cells().count(scores, start, count, inCell, scratch, others);
        int left = 0;
        for (int j = 0; j < near; j++) {
            int place = relevant.certainPlace(scores[start + others[j]]);
            if (place < 0) {
                others[left++] = others[j];
            } else {
                between[place]++;
            }
        }
        return left;
    }

    /**
     * Takes note of an image that is not relevant.
     *
     * @param index in the gallery
     * @param score exact
     */
    void meet(int index, double score) {
        int above = relevant.above(score);
        int tied = relevant.tied(above, score);
        ties += tied;
        between[relevant.placeAmongTied(above, tied, index)]++;
    }

    /** What this tally and another of the same query have met. */
    Tally plus(Tally other) {
        Tally sum = new Tally(relevant);
        for (int cell = 0; cell < inCell.length; cell++) {
            sum.inCell[cell] = inCell[cell] + other.inCell[cell];
        }
        for (int place = 0; place < between.length; place++) {
            sum.between[place] = between[place] + other.between[place];
        }
        sum.ties = ties + other.ties;
        return sum;
    }

    /** The place of each relevant image in the whole gallery, from 0, ascending. */
    int[] ranks() {
        int[] all = between.clone();
        for (int cell = 0; cell < inCell.length; cell++) {
            all[relevant.cells().above(cell)] += relevant.cells().near(cell) ? 0 : inCell[cell];
        }
        int[] ranks = new int[relevant.count()];
        int ahead = 0;
        for (int j = 0; j < ranks.length; j++) {
            ahead += all[j];
            ranks[j] = ahead + j;
        }
        return ranks;
    }

    /** How many pairs of a relevant and an irrelevant image had exactly the same score. */
    long ties() {
        return ties;
    }
}
