package io.github.psbench.spec;

import io.github.psbench.data.DataSource;
import io.github.psbench.train.Recipe;

/**
 * One trial as declared, every setting resolved.
 *
 * @param row name of the row in the experiment file
 * @param dataset name of the data set's column in the experiment file
 */
public record TrialSpec(String row, String dataset, DataSource data, Recipe recipe, long seed) {}
