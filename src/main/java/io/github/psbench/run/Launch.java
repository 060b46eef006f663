package io.github.psbench.run;

import io.github.psbench.spec.TrialSpec;

/**
 * What a process needs to run a trial, kept with it as {@code launch.json}.
 *
 * @param experiment name of the file that asked for it, without its ending
 * @param trial with the places of what its settings name
 */
record Launch(String experiment, TrialSpec trial) {}
