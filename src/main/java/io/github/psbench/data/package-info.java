@NullMarked
package io.github.psbench.data;

import org.jspecify.annotations.NullMarked;
