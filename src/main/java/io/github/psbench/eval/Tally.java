package io.github.psbench.eval;

/** How many images that are not relevant to a query come before each of those that are, as far as it has met them. */
final class Tally {
    private final RelevantImages relevant;

    private final double bound;

    /** At 1 + place, how many have so many relevant images before them; see {@link Places#count}. */
    private final int[] counts;

    private long ties;

    Tally(RelevantImages relevant) {
        this.relevant = relevant;
        this.bound = relevant.bound();
        this.counts = new int[relevant.count() + 2];
    }

    /**
     * Takes note of the images of a block whose place is certain. No relevant image is among them.
     *
     * @param scores rounded; those of the block begin at start
     * @param uncertain takes the numbers, in the block, of all other images that may come before some relevant one
     * @return how many those are
     */
    int meet(float[] scores, int start, int count, int[] uncertain) {
        int maybe = relevant.places().count(scores, start, count, counts, uncertain);
        int left = 0;
        for (int j = 0; j < maybe; j++) {
            float score = scores[start + uncertain[j]];
            int place = relevant.above(score + bound);
            if (place == relevant.above(score - bound)) {
                counts[1 + place]++;
            } else {
                uncertain[left++] = uncertain[j];
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
        counts[1 + relevant.placeAmongTied(above, tied, index)]++;
    }

    /** What this tally and another of the same query have met. */
    Tally plus(Tally other) {
        Tally sum = new Tally(relevant);
        for (int place = 0; place < counts.length; place++) {
            sum.counts[place] = counts[place] + other.counts[place];
        }
        sum.ties = ties + other.ties;
        return sum;
    }

    /** The place of each relevant image in the whole gallery, from 0, ascending. */
    int[] ranks() {
        int[] ranks = new int[relevant.count()];
        int ahead = 0;
        for (int j = 0; j < ranks.length; j++) {
            ahead += counts[1 + j];
            ranks[j] = ahead + j;
        }
        return ranks;
    }

    /** How many pairs of a relevant and an irrelevant image had exactly the same score. */
    long ties() {
        return ties;
    }
}
