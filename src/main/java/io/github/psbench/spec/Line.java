package io.github.psbench.spec;

import io.github.psbench.settings.Located;

/**
 * A row in use.
 *
 * @param row its name
 * @param base the declared row that it is, or that the sweep varies
 * @param adapted what the profile changes in the declared row
 * @param point what the sweep changes
 */
record Line(String row, String base, Located.Mapping adapted, SweepPoint point) {}
