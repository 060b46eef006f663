@NullMarked
package io.github.psbench.data.synthped;

import org.jspecify.annotations.NullMarked;
