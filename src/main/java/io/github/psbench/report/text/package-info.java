/** Numbers and words as text that no format can take amiss. */
@NullMarked
package io.github.psbench.report.text;

import org.jspecify.annotations.NullMarked;
