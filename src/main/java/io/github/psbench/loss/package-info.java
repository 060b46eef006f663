@NullMarked
package io.github.psbench.loss;

import org.jspecify.annotations.NullMarked;
