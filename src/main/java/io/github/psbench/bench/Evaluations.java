package io.github.psbench.bench;

import static io.github.psbench.bench.Benchmark.Peer;

import io.github.psbench.eval.Embeddings;
import io.github.psbench.eval.Retrieval;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/** A search scored exactly: both average precisions and ranks of 500 queries in a gallery that stays in its file. */
record Evaluations(Setup setup, int images) implements Workload {
    /** The other side sorts what takes this much memory, beside the gallery itself, for more images than anybody has memory for. */
    private static final int MOST_OF_PEER = 1_000_000;

    static Benchmark of(Setup setup, int images) {
        List<String> arguments = new ArrayList<>(setup.peerArguments());
        Path folder = folder(setup, images, "evaluation");
        arguments.addAll(List.of(
                "--queries", RandomGallery.queries(folder).toString(),
                "--gallery", RandomGallery.gallery(folder).toString(),
                "--labels", RandomGallery.labels(folder).toString(),
                "--dimension", String.valueOf(RandomGallery.DIMENSION)));
        return new Benchmark(
                "evaluation of %,d queries in %,d images".formatted(RandomGallery.QUERIES, images),
                (long) RandomGallery.QUERIES * images,
                "scores",
                new Evaluations(setup, images),
                images > MOST_OF_PEER ? null : new Peer("eval.py", arguments));
    }

    static Path folder(Setup setup, int images, String use) {
        return setup.places().cache().toAbsolutePath().resolve("bench-" + use + "-" + images);
    }

    @Override
    public void run(Turns turns) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(setup.device().threads()); // in whose threads the search works
        try (RandomGallery files = new RandomGallery(folder(setup, images, "evaluation"), images)) {
            Embeddings queries = files.queries();
            Embeddings gallery = files.gallery();
            Workload.repeating(images > MOST_OF_PEER ? 1 : 3, () -> pool.submit(() -> Retrieval.score(queries, gallery))
                            .join())
                    .run(turns);
        } finally {
            pool.shutdown();
        }
    }
}
