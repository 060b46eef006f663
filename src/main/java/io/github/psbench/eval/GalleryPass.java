package io.github.psbench.eval;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Lets the gallery stream by some queries once. All cores take part, each with blocks of its own; what they count is added up. */
final class GalleryPass {
    private final Embeddings gallery;
    private final List<Query> queries;
    private final List<float[]> fours;
    private final int workers;
    private final AtomicInteger nextBlock = new AtomicInteger();

    GalleryPass(Embeddings gallery, List<Query> queries) {
        this.gallery = gallery;
        this.queries = queries;
        this.workers = Math.min(cores(), GalleryBlock.blocks(gallery));
        this.fours = IntStream.rangeClosed(0, (queries.size() - 1) / GalleryBlock.QUERIES)
                .mapToObj(four -> GalleryBlock.together(queries.stream()
                        .skip((long) four * GalleryBlock.QUERIES)
                        .limit(GalleryBlock.QUERIES)
                        .map(Query::unit)
                        .toList()))
                .toList();
    }

    /** About how much memory a query takes in a pass while the pass runs. */
    static long bytes(int relevantImages) {
        long shared = 16L * relevantImages + 5L * ScoreCells.count();
        return shared + cores() * (4L * relevantImages + 4L * ScoreCells.count());
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /**
     * @return one a query, in their order
     * @throws NotFinite naming an image with a value that is not finite
     */
    List<Tally> run() {
        List<Worker> done = IntStream.range(0, workers).mapToObj(i -> new Worker()).toList().parallelStream()
                .peek(Worker::run)
                .toList();
        return IntStream.range(0, queries.size())
                .mapToObj(i -> done.stream()
                        .map(worker -> worker.tallies.get(i))
                        .reduce(Tally::plus)
                        .orElseThrow())
                .toList();
    }

    private final class Worker {
        private final List<Tally> tallies =
                queries.stream().map(query -> new Tally(query.relevant())).toList();
        private final GalleryBlock block = new GalleryBlock(gallery);
        private final float[] staging = GalleryBlock.staging(gallery);
        private final float[] scratch = new float[GalleryBlock.LARGEST];
        private final int[] doubtful = new int[GalleryBlock.LARGEST];

        void run() {
            int blocks = GalleryBlock.blocks(gallery);
            try {
                for (int i = nextBlock.getAndIncrement(); i < blocks; i = nextBlock.getAndIncrement()) {
                    block.moveTo(i, staging);
                    for (int four = 0; four < fours.size(); four++) {
                        meet(four);
                    }
                }
            } catch (RuntimeException e) {
                nextBlock.set(blocks); // the others need not go on
                throw e;
            }
        }

        private void meet(int four) {
            float[] scores = block.scores(fours.get(four));
            int first = four * GalleryBlock.QUERIES;
            for (int i = first; i < Math.min(first + GalleryBlock.QUERIES, queries.size()); i++) {
                Query query = queries.get(i);
                Tally tally = tallies.get(i);
                int left = tally.meet(scores, GalleryBlock.start(i - first), block.count(), scratch, doubtful);
                for (int j = 0; j < left; j++) {
                    int index = block.first() + doubtful[j];
                    if (gallery.labels()[index] != query.label()) {
                        tally.meet(index, block.score(query.unit(), doubtful[j]));
                    }
                }
            }
        }
    }
}
