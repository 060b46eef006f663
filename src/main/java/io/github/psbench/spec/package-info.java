@NullMarked
package io.github.psbench.spec;

import org.jspecify.annotations.NullMarked;
