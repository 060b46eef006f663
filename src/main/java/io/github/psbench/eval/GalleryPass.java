package io.github.psbench.eval;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lets the gallery stream by some queries once. All cores take part, each with blocks of its own; what they count is added up. */
final class GalleryPass {
    private final Embeddings gallery;
    private final List<Query> queries;
    private final List<float[]> fours;
    private final AtomicInteger nextBlock = new AtomicInteger();

    GalleryPass(Embeddings gallery, List<Query> queries) {
        this.gallery = gallery;
        this.queries = queries;
        this.fours = IntStream.rangeClosed(0, (queries.size() - 1) / GalleryBlock.QUERIES)
                .mapToObj(four -> GalleryBlock.together(queries.stream()
                        .skip((long) four * GalleryBlock.QUERIES)
                        .limit(GalleryBlock.QUERIES)
                        .map(Query::unit)
                        .toList()))
                .toList();
    }

    /**
     * @return one a query, in their order
     * @throws NotFinite naming the first image with a value that is not finite
     */
    List<Tally> run() {
        int workers = Math.min(Runtime.getRuntime().availableProcessors(), GalleryBlock.blocks(gallery));
        List<Worker> done = IntStream.range(0, workers).mapToObj(i -> new Worker()).toList().parallelStream()
                .peek(Worker::run)
                .toList();
        // Blocks begin in order, so all before the first bad one have been met.
        done.stream()
                .map(worker -> worker.failure)
                .filter(Objects::nonNull)
                .min(Comparator.comparingInt(NotFinite::row))
                .ifPresent(failure -> {
                    throw failure;
                });
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
        private @Nullable NotFinite failure;

        void run() {
            int blocks = GalleryBlock.blocks(gallery);
            try {
                for (int i = nextBlock.getAndIncrement(); i < blocks; i = nextBlock.getAndIncrement()) {
                    block.moveTo(i);
                    meetBlock();
                }
            } catch (NotFinite e) {
                failure = e;
                nextBlock.set(blocks);
            }
        }

        private void meetBlock() {
            float[] scratch = new float[block.count()];
            int[] uncertain = new int[block.count()];
            for (int four = 0; four < fours.size(); four++) {
                float[] scores = block.scores(fours.get(four));
                int first = four * GalleryBlock.QUERIES;
                for (int i = first; i < Math.min(first + GalleryBlock.QUERIES, queries.size()); i++) {
                    int left = tallies.get(i)
                            .meet(scores, GalleryBlock.start(i - first), block.count(), scratch, uncertain);
                    meetExactly(queries.get(i), tallies.get(i), uncertain, left);
                }
            }
        }

        private void meetExactly(Query query, Tally tally, int[] images, int count) {
            for (int j = 0; j < count; j++) {
                int index = block.first() + images[j];
                if (gallery.labels()[index] != query.label()) {
                    tally.meet(index, block.score(query.unit(), images[j]));
                }
            }
        }
    }
}
