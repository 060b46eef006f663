@NullMarked
package io.github.psbench.train;

import org.jspecify.annotations.NullMarked;
