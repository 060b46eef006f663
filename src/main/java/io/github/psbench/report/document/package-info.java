/** What a report says, before it takes any format. */
@NullMarked
package io.github.psbench.report.document;

import org.jspecify.annotations.NullMarked;
