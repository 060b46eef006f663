@NullMarked
package io.github.psbench.run;

import org.jspecify.annotations.NullMarked;
