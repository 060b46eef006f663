package io.github.psbench.train;

import ai.djl.ndarray.NDArray;
import java.util.SortedMap;

/**
 * The state of a stage between two steps. With recipe, seed and data set it fixes to the bit what follows: the streams of random numbers are
 * named after their epoch, so that the place in the epoch says where they stand.
 *
 * @param epoch counted from 0
 * @param steps how many steps of the epoch are done
 * @param tensors every parameter, running statistic and momentum by name
 */
public record Checkpoint(int epoch, int steps, SortedMap<String, NDArray> tensors) {}
