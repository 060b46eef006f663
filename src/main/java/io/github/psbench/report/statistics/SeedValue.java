package io.github.psbench.report.statistics;

/** A trial's value, such as a score in percent. */
public record SeedValue(long seed, double value) {}
