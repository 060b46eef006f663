/**
 * t-SNE (van der Maaten and Hinton, "Visualizing Data using t-SNE", JMLR 2008): points of any dimension go onto a plane so that neighbours
 * stay neighbours. Knows nothing of experiments.
 *
 * <pre>
 *   p_j|i = exp(-b_i |x_i - x_j|^2) / sum_k exp(-b_i |x_i - x_k|^2)      b_i such that the entropy of p_.|i is log(perplexity)
 *   p_ij  = (p_j|i + p_i|j) / (2 n)
 *   q_ij  = (1 + |y_i - y_j|^2)^-1 / Z,   Z = sum_{k != l} (1 + |y_k - y_l|^2)^-1
 *   KL    = sum_{i != j} p_ij log(p_ij / q_ij)                            what the gradient descent makes small
 * </pre>
 *
 * <p>Up to {@link io.github.psbench.report.tsne.Tsne#MOST_EXACT} points everything is computed as it stands. Above, with 3 x perplexity
 * exact nearest neighbours and a quad tree (Barnes-Hut; van der Maaten, "Accelerating t-SNE using Tree-Based Algorithms", JMLR 2014).
 *
 * <p>The details are those of scikit-learn: early exaggeration 12 for 250 iterations, momentum 0.5 and then 0.8, gains, learning rate
 * max(n / 48, 50), a start from principal components. Unlike there, the descent never ends before its last iteration. {@code make test-tsne}
 * holds both against each other.
 *
 * <p>Rows are computed by as many threads as there are cores, but each number by one of them and each sum in one order: the same points,
 * options and seed give the same bits on any number of cores.
 *
 * <p>{@link io.github.psbench.report.tsne.Trustworthiness} measures how far neighbours on the plane are neighbours in truth. Distances
 * between clusters, their sizes and the axes of a map mean nothing.
 */
@NullMarked
package io.github.psbench.report.tsne;

import org.jspecify.annotations.NullMarked;
