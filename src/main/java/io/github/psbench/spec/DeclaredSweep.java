package io.github.psbench.spec;

import io.github.psbench.base.Default;
import io.github.psbench.settings.Located;
import java.util.List;

/**
 * A sweep as it is written. Its keys are dotted settings.
 *
 * @param product lists of values by key; every combination is a point
 * @param zip lists of one length by key; the first values of all are a point, and so on. Combined with the product's points
 * @param rows points by hand, added to those of product and zip
 * @param exclude values by key; points of product and zip that have all of them are left out
 */
record DeclaredSweep(
        @Default("{}") Located.Mapping product,
        @Default("{}") Located.Mapping zip,
        @Default("[]") List<Located.Mapping> rows,
        @Default("[]") List<Located.Mapping> exclude) {}
