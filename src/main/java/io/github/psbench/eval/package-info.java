@NullMarked
package io.github.psbench.eval;

import org.jspecify.annotations.NullMarked;
