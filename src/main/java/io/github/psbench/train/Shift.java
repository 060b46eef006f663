package io.github.psbench.train;

/**
 * What a crop of a padded picture comes to: pixel (y, x) is taken from (y + down, x + right), and is black where that lies outside.
 *
 * @param down in pixels
 * @param right in pixels
 */
record Shift(int down, int right) {}
