package io.github.psbench.eval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What is relevant to one query, best first, and how much of the rest of the gallery comes before each of it. */
final class RelevantImages {
    private final double[] scores;
    private final int[] indices;

    /** Irrelevant images between the relevant image before and this one; the last entry: after all of them. */
    private final int[] between;

    private long ties;

    /**
     * @param indices in the gallery, ascending
     * @param scores theirs
     */
    RelevantImages(int[] indices, double[] scores) {
        int[] order = IntStream.range(0, indices.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        this.scores = Arrays.stream(order).mapToDouble(i -> scores[i]).toArray();
        this.indices = Arrays.stream(order).map(i -> indices[i]).toArray();
        this.between = new int[order.length + 1];
    }

    /** Takes note of an irrelevant image. */
    void meet(int index, double score) {
        int position = firstAtMost(score, 0);
        if (position < scores.length && scores[position] == score) {
            int end = firstAtMost(Math.nextDown(score), position);
            ties += end - position;
            // Among equal scores the smaller index comes first; an irrelevant index is never among them.
            position = -Arrays.binarySearch(indices, position, end, index) - 1;
        }
        between[position]++;
    }

    /** The first position from {@code low} on whose score is at most that. */
    private int firstAtMost(double score, int low) {
        int from = low;
        int to = scores.length;
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

    /** The place of each relevant image in the whole gallery, from 0, ascending. */
    int[] ranks() {
        int[] ranks = new int[scores.length];
        int ahead = 0;
        for (int j = 0; j < ranks.length; j++) {
            ahead += between[j];
            ranks[j] = ahead + j;
        }
        return ranks;
    }

    /** How many pairs of a relevant and an irrelevant image had exactly the same score. */
    long ties() {
        return ties;
    }
}
