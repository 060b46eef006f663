package io.github.psbench.eval;

import io.github.psbench.KernelBenchmark;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** All queries of Market-1501 over its gallery. */
public class RetrievalBenchmark extends KernelBenchmark {
    private static final int QUERIES = 484;
    private static final int IMAGES = 19_732;
    private static final int DIMENSION = 128;

    private Embeddings queries;
    private Embeddings gallery;

    @Setup
    public void prepare() {
        queries = embeddings(LongStream.range(0, QUERIES).toArray());
        gallery = embeddings(random.longs(IMAGES, 0, QUERIES).toArray());
    }

    private Embeddings embeddings(long[] labels) {
        float[][] rows = new float[labels.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = numbers(DIMENSION);
        }
        return Embeddings.of(rows, labels);
    }

    @Benchmark
    public RetrievalScores score() {
        return Retrieval.score(queries, gallery);
    }
}
