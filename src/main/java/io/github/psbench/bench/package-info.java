/**
 * Measures how fast psbench is, here and now, alone or against PyTorch.
 *
 * <p>A {@link io.github.psbench.bench.Subject} is a list of {@link io.github.psbench.bench.Benchmark}s; each has a {@link
 * io.github.psbench.bench.Workload}, and most have a peer: a short Python script in {@code bench/peer} that does the same work. Each side has a
 * process of its own that warms up and then waits to be told to do its work once more ({@link io.github.psbench.bench.Turns}). A {@link
 * io.github.psbench.bench.Comparison} lets them take turns, with equally many threads, so that whatever else the machine does falls on both; it
 * tells the median and the quartiles of either side, and of the ratio of turns that followed each other.
 *
 * <p>A side ends when its input does, so that neither outlives the command, however that ends. A GPU is waited for before a turn is over, and
 * both sides compute with the same precision.
 *
 * <p>To add a benchmark: a {@code Workload}, and a line in a {@code Subject}. Single kernels, too short for processes that take turns, are
 * measured by JMH: classes named {@code ...Benchmark} beside the tests.
 */
@NullMarked
package io.github.psbench.bench;

import org.jspecify.annotations.NullMarked;
