package io.github.psbench.report.tsne;

import io.github.psbench.base.Progress;

/** All pairs of points, one by one: O(n^2) in memory and in time. */
final class ExactObjective implements Objective {
    private static final int ROWS_AT_ONCE = 256;

    private final int points;

    /** [n][n], symmetric, sums up to 1; the diagonal is 0. */
    private final double[][] probabilities;

    private ExactObjective(double[][] probabilities) {
        this.points = probabilities.length;
        this.probabilities = probabilities;
    }

    static ExactObjective of(Distances distances, double perplexity, Progress.Task task) {
        int n = distances.points();
        double[][] conditional = new double[n][n];
        Bandwidth bandwidth = new Bandwidth(perplexity);
        for (int start = 0; start < n; start += ROWS_AT_ONCE) {
            int end = Math.min(n, start + ROWS_AT_ONCE);
            Rows.forEachBlock(start, end, (from, to) -> {
                double[] squared = new double[n];
                double[] others = new double[n - 1];
                double[] fitted = new double[n - 1];
                for (int i = from; i < to; i++) {
                    distances.from(i, squared);
                    System.arraycopy(squared, 0, others, 0, i);
                    System.arraycopy(squared, i + 1, others, i, n - 1 - i);
                    bandwidth.fit(others, fitted);
                    System.arraycopy(fitted, 0, conditional[i], 0, i);
                    System.arraycopy(fitted, i, conditional[i], i + 1, n - 1 - i);
                }
            });
            task.advance(end - start);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double probability = (conditional[i][j] + conditional[j][i]) / (2.0 * n);
                conditional[i][j] = probability;
                conditional[j][i] = probability;
            }
        }
        return new ExactObjective(conditional);
    }

    double probability(int i, int j) {
        return probabilities[i][j];
    }

    @Override
    public int points() {
        return points;
    }

    @Override
    public void gradient(double[] positions, double exaggeration, double[] gradient) {
        double[] normalisers = new double[points];
        double[] repulsion = new double[2 * points];
        Rows.forEachBlock(points, (from, to) -> {
            double[] closeness = new double[points];
            for (int i = from; i < to; i++) {
                forces(i, positions, closeness, gradient, repulsion, normalisers);
            }
        });
        double normaliser = Rows.sum(normalisers);
        for (int c = 0; c < gradient.length; c++) {
            gradient[c] = 4 * (exaggeration * gradient[c] - repulsion[c] / normaliser);
        }
    }

    /** Attraction sum_j p_ij c_ij (y_i - y_j) and repulsion sum_j c_ij^2 (y_i - y_j), with c_ij = (1 + |y_i - y_j|^2)^-1. */
    private void forces(
            int i,
            double[] positions,
            double[] closeness,
            double[] attraction,
            double[] repulsion,
            double[] normalisers) {
        closeness(i, positions, closeness);
        double x = positions[2 * i];
        double y = positions[2 * i + 1];
        double[] probability = probabilities[i];
        double normaliser = 0;
        double attractionX = 0;
        double attractionY = 0;
        double repulsionX = 0;
        double repulsionY = 0;
        for (int j = 0; j < points; j++) {
            double close = closeness[j];
            double dx = x - positions[2 * j];
            double dy = y - positions[2 * j + 1];
            double pull = probability[j] * close;
            double push = close * close;
            normaliser += close;
            attractionX += pull * dx;
            attractionY += pull * dy;
            repulsionX += push * dx;
            repulsionY += push * dy;
        }
        normalisers[i] = normaliser - 1; // without i itself
        attraction[2 * i] = attractionX;
        attraction[2 * i + 1] = attractionY;
        repulsion[2 * i] = repulsionX;
        repulsion[2 * i + 1] = repulsionY;
    }

    /** A loop of its own, which the compiler can make vectors of. */
    private void closeness(int i, double[] positions, double[] closeness) {
        double x = positions[2 * i];
        double y = positions[2 * i + 1];
        for (int j = 0; j < points; j++) {
            double dx = x - positions[2 * j];
            double dy = y - positions[2 * j + 1];
            closeness[j] = 1 / (1 + dx * dx + dy * dy);
        }
    }

    @Override
    public double divergence(double[] positions) {
        double[] normalisers = new double[points];
        double[] terms = new double[points];
        Rows.forEachBlock(points, (from, to) -> {
            double[] closeness = new double[points];
            for (int i = from; i < to; i++) {
                closeness(i, positions, closeness);
                normalisers[i] = Rows.sum(closeness) - 1;
                for (int j = 0; j < points; j++) {
                    double probability = probabilities[i][j];
                    if (probability > 0) {
                        terms[i] += probability * StrictMath.log(probability / closeness[j]);
                    }
                }
            }
        });
        // The probabilities sum up to 1.
        return Rows.sum(terms) + StrictMath.log(Rows.sum(normalisers));
    }
}
