package io.github.psbench.eval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What is relevant to one query, best first: equal scores by gallery index, ascending. */
final class RelevantImages {
    private final double[] scores;
    private final int[] indices;
    private final double bound;
    private final ScoreCells cells;

    /**
     * @param indices in the gallery, ascending, at least one
     * @param scores theirs, exact
     * @param bound how far a rounded score of any image is from the exact one at most
     */
    RelevantImages(int[] indices, double[] scores, double bound) {
        int[] order = IntStream.range(0, indices.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        this.scores = Arrays.stream(order).mapToDouble(i -> scores[i]).toArray();
        this.indices = Arrays.stream(order).map(i -> indices[i]).toArray();
        this.bound = bound;
        this.cells = new ScoreCells(this.scores, bound);
    }

    int count() {
        return indices.length;
    }

    ScoreCells cells() {
        return cells;
    }

    /** The exact score of the one at a place. */
    double score(int place) {
        return scores[place];
    }

    /** How many come before an image of a rounded score; -1 if some score is so near that only its exact one can say. */
    int certainPlace(float rounded) {
        int cell = ScoreCells.cell(rounded);
        int place = firstAtMost(rounded + bound, cells.above(cell), cells.above(cell - 1));
        return place == scores.length || scores[place] < rounded - bound ? place : -1;
    }

    /** How many have more than an exact score. */
    int above(double score) {
        return firstAtMost(score, 0, scores.length);
    }

    /** How many, from the given place on, have exactly that score. */
    int tied(int place, double score) {
        return place < scores.length && scores[place] == score
                ? firstAtMost(Math.nextDown(score), place, scores.length) - place
                : 0;
    }

    /** Where an image that is not relevant falls among equally good ones: they begin at a place. */
    int placeAmongTied(int place, int tied, int index) {
        // Among equal scores the smaller index comes first; an irrelevant index is never among them.
        return -Arrays.binarySearch(indices, place, place + tied, index) - 1;
    }

    /** The first place from {@code low} on whose score is at most that; {@code high} if there is none before. */
    private int firstAtMost(double score, int low, int high) {
        int from = low;
        int to = high;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (scores[middle] > score) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
