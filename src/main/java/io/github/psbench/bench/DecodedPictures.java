package io.github.psbench.bench;

import static io.github.psbench.bench.Benchmark.Peer;

import io.github.psbench.data.Input;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PictureFile;
import io.github.psbench.data.picture.Filter;
import io.github.psbench.data.picture.Resampler;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/**
 * Pictures read from their files, decoded and resized on all threads, as it is done once for each size of a data set. That they are written to
 * the cache is not measured: the other side has none.
 */
record DecodedPictures(int threads, List<PictureFile> pictures, Input input) implements Workload {
    /** @param list the paths of {@code files}, one a line */
    static Benchmark of(Setup setup, PersonDataset dataset, PictureFiles files, Path list, int height, int width) {
        Input input = new Input(height, width, Filter.BICUBIC);
        return new Benchmark(
                "decode %s to %dx%d".formatted(dataset.name(), height, width),
                files.pictures().size(),
                "images",
                new DecodedPictures(setup.device().threads(), files.pictures(), input),
                new Peer("data.py", CachedBatches.peerArguments(setup, "decode", list, input)));
    }

    @Override
    public void run(Turns turns) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads); // in whose threads the streams that begin there work
        try {
            Workload.repeating(3, () -> pool.submit(this::decode).join()).run(turns);
        } finally {
            pool.shutdown();
        }
    }

    private void decode() {
        pictures.parallelStream()
                .forEach(picture -> Resampler.resize(picture.get(), input.width(), input.height(), input.resize()));
    }
}
