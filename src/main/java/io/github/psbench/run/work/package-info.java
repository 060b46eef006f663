/**
 * Long work on folders that several processes share: done once, gone on with after a crash, and lost by nobody.
 *
 * <p>A trial's folder, or a pretrained backbone's, is made under {@code work/<id>/} and comes into its place in one piece, by one renaming,
 * when it is whole. Whoever makes it holds a {@link io.github.psbench.run.work.Lease}; {@link io.github.psbench.run.work.WorkFolder} begins an
 * {@link io.github.psbench.run.work.Attempt} under it:
 *
 * <pre>
 * work/&lt;id&gt;/
 *   lease-000003          who is at it: process, machine, a counter that goes up every second, and how far the work is
 *   attempt-000003/       what the holder of lease 3 has written; renamed to where it belongs when it is whole
 *   checkpoint-0004-000012-000002/   state after 12 steps of epoch 4, kept under lease 2: tensors, metrics so far, their digests
 *   log.txt               what happened, and all that the processes printed
 *   failure.json          why the last attempt failed, if it did
 * </pre>
 *
 * <h2>Why nothing happens twice</h2>
 *
 * Leases are numbered, and the highest counts. The next one can be taken once the highest is given back, its process is gone from this
 * machine, or its counter has stood still for a minute by the clock of whoever watches it; machines' clocks are never compared. Creating
 * the next number is one step of the file system that only one process can win. A process that has lost its lease while it slept finds a
 * higher number at its next beat and stops; what it may have written in between lies in files that bear its own number. Even if it
 * was about to finish, renaming a folder over one that is not empty fails, so that the first to finish wins and no folder is a mixture of two.
 */
@NullMarked
package io.github.psbench.run.work;

import org.jspecify.annotations.NullMarked;
