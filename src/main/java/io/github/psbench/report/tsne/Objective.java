package io.github.psbench.report.tsne;

/** What t-SNE makes small: KL(P || Q) as a function of the positions. */
sealed interface Objective permits ExactObjective, BarnesHutObjective {
    int points();

    /**
     * dKL/dy_i = 4 sum_j (p_ij - q_ij) (1 + |y_i - y_j|^2)^-1 (y_i - y_j).
     *
     * @param positions [2 n], x and y by turns
     * @param exaggeration p_ij is taken times this
     * @param gradient [2 n], receives it
     */
    void gradient(double[] positions, double exaggeration, double[] gradient);

    /** KL(P || Q) in nats, without exaggeration. */
    double divergence(double[] positions);
}
