@NullMarked
package io.github.psbench.model;

import org.jspecify.annotations.NullMarked;
