/**
 * Hands the finished trials of a store to other programs: as a file of comma-separated values or of JSON lines, and
 * ({@link io.github.psbench.export.mlflow}) to an MLflow server; and answers what is asked of them ({@link
 * io.github.psbench.export.query}). Everything is read from the trials' folders; nothing there is changed.
 */
@NullMarked
package io.github.psbench.export;

import org.jspecify.annotations.NullMarked;
