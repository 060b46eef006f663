@NullMarked
package io.github.psbench.cli;

import org.jspecify.annotations.NullMarked;
