package io.github.psbench.report.tsne;

/** The nearest of some distances; of equal ones those that come first. */
final class Neighbours {
    private final int[] indices;
    private final double[] distances;
    private int size;

    /** @param count how many are kept, >= 1 */
    Neighbours(int count) {
        indices = new int[count];
        distances = new double[count];
    }

    /**
     * Finds the nearest points.
     *
     * @param squared [n] distances, n > count
     * @param self the point that is not its own neighbour
     */
    void search(double[] squared, int self) {
        size = 0;
        for (int j = 0; j < squared.length; j++) {
            if (j != self && (size < indices.length || squared[j] < distances[size - 1])) {
                insert(j, squared[j]);
            }
        }
    }

    private void insert(int index, double distance) {
        int at = size < indices.length ? size++ : size - 1;
        while (at > 0 && distances[at - 1] > distance) {
            distances[at] = distances[at - 1];
            indices[at] = indices[at - 1];
            at--;
        }
        distances[at] = distance;
        indices[at] = index;
    }

    /** The nearest first. */
    int index(int rank) {
        return indices[rank];
    }

    /** Their squared distances, ascending; the caller must not keep the array. */
    double[] distances() {
        return distances;
    }
}
