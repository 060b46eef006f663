package io.github.psbench.report.tsne;

/**
 * Points on a plane.
 *
 * @param positions [n][2], in the order of the points; without a unit
 * @param divergence the Kullback-Leibler divergence KL(P || Q) of the map, in nats; less is better, for the same points and perplexity
 * @param exact whether it was computed exactly, or by Barnes-Hut; then the divergence is approximate as well
 */
@SuppressWarnings("ArrayRecordComponent") // large, and compared nowhere
public record TsneMap(double[][] positions, double divergence, boolean exact) {}
