package io.github.psbench.report.tsne;

/**
 * Attraction between near points alone, and repulsion from whole squares of far points: O(n log n) in time. Approximates
 * {@link ExactObjective}.
 *
 * @param affinities p_ij of near points
 * @param theta a square counts as one point where its side is less than this share of its distance; 0 takes all points one by one
 */
record BarnesHutObjective(SparseAffinities affinities, double theta) implements Objective {
    @Override
    public int points() {
        return affinities.points();
    }

    @Override
    public void gradient(double[] positions, double exaggeration, double[] gradient) {
        int n = points();
        QuadTree tree = new QuadTree(positions);
        double[] repulsion = new double[2 * n];
        double[] normalisers = new double[n];
        Rows.forEachBlock(n, (from, to) -> {
            QuadTree.Walk walk = tree.walk(theta);
            for (int i = from; i < to; i++) {
                walk.around(positions[2 * i], positions[2 * i + 1]);
                repulsion[2 * i] = walk.repulsionX();
                repulsion[2 * i + 1] = walk.repulsionY();
                normalisers[i] = walk.normaliser();
                attract(i, positions, gradient);
            }
        });
        double normaliser = Rows.sum(normalisers);
        for (int c = 0; c < gradient.length; c++) {
            gradient[c] = 4 * (exaggeration * gradient[c] - repulsion[c] / normaliser);
        }
    }

    private void attract(int i, double[] positions, double[] attraction) {
        double x = positions[2 * i];
        double y = positions[2 * i + 1];
        double attractionX = 0;
        double attractionY = 0;
        for (int at = affinities.starts()[i]; at < affinities.starts()[i + 1]; at++) {
            int j = affinities.indices()[at];
            double dx = x - positions[2 * j];
            double dy = y - positions[2 * j + 1];
            double pull = affinities.probabilities()[at] / (1 + dx * dx + dy * dy);
            attractionX += pull * dx;
            attractionY += pull * dy;
        }
        attraction[2 * i] = attractionX;
        attraction[2 * i + 1] = attractionY;
    }

    @Override
    public double divergence(double[] positions) {
        int n = points();
        QuadTree tree = new QuadTree(positions);
        double[] normalisers = new double[n];
        double[] terms = new double[n];
        Rows.forEachBlock(n, (from, to) -> {
            QuadTree.Walk walk = tree.walk(theta);
            for (int i = from; i < to; i++) {
                walk.around(positions[2 * i], positions[2 * i + 1]);
                normalisers[i] = walk.normaliser();
                terms[i] = term(i, positions);
            }
        });
        return Rows.sum(terms) + StrictMath.log(Rows.sum(normalisers));
    }

    private double term(int i, double[] positions) {
        double term = 0;
        for (int at = affinities.starts()[i]; at < affinities.starts()[i + 1]; at++) {
            int j = affinities.indices()[at];
            double dx = positions[2 * i] - positions[2 * j];
            double dy = positions[2 * i + 1] - positions[2 * j + 1];
            double probability = affinities.probabilities()[at];
            if (probability > 0) {
                term += probability * StrictMath.log(probability * (1 + dx * dx + dy * dy));
            }
        }
        return term;
    }
}
