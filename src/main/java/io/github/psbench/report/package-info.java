@NullMarked
package io.github.psbench.report;

import org.jspecify.annotations.NullMarked;
