/**
 * Finished trials as runs of an MLflow server, over its REST interface, version 2.0.
 *
 * <p>A trial becomes a run that bears its id as the tag {@code psbench.trial}. It is created with the status RUNNING and ends as FINISHED, once
 * everything has arrived; a finished run is left alone. Where an export was interrupted, the run is there and not finished: the server
 * is asked which metrics it has, and the others are sent. Parameters, tags and files may be sent again, for they replace themselves. So an
 * export may be repeated at any time, and a request that goes unanswered is made good by exporting the trial again.
 */
@NullMarked
package io.github.psbench.export.mlflow;

import org.jspecify.annotations.NullMarked;
