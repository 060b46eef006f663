package io.github.psbench.bench;

import static io.github.psbench.bench.Benchmark.Peer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.psbench.data.Input;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PixelCache;
import io.github.psbench.data.picture.Filter;
import io.github.psbench.train.PictureTensors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.jspecify.annotations.Nullable;

/**
 * Batches of random pictures from the cache, half of them mirrored, as the network takes them in. The other side decodes and resizes them from
 * their files each time, as is usual there.
 */
record CachedBatches(Setup setup, Input input, int images) implements Workload {
    private static final int BATCH = 64;

    /**
     * @param images how many a sample takes
     * @param list the paths of as many, one a line; null where the data set is not in files, and there is no other side
     */
    static Benchmark of(Setup setup, PersonDataset dataset, int images, @Nullable Path list, int height, int width) {
        Input input = new Input(height, width, Filter.BICUBIC);
        return new Benchmark(
                "batches %s %dx%d".formatted(dataset.name(), height, width),
                images,
                "images",
                new CachedBatches(setup, input, images),
                list == null ? null : new Peer("data.py", peerArguments(setup, "batches", list, input)));
    }

    static List<String> peerArguments(Setup setup, String stage, Path list, Input input) {
        List<String> arguments = new ArrayList<>(setup.peerArguments());
        arguments.addAll(List.of(
                "--stage", stage,
                "--images", list.toString(),
                "--height", String.valueOf(input.height()),
                "--width", String.valueOf(input.width()),
                "--batch", String.valueOf(BATCH)));
        return arguments;
    }

    @Override
    public void run(Turns turns) throws Exception {
        PersonDataset dataset = setup.dataset().load(setup.places(), setup.progress());
        setup.device().useThreads();
        try (PixelCache pixels = PixelCache.open(dataset, input, setup.places(), setup.progress());
                NDManager manager = NDManager.newBaseManager(setup.device().onEngine());
                PictureTensors pictures = PictureTensors.open(pixels, input, manager)) {
            UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(0L);
            Workload.repeating(3, () -> {
                        for (int left = images; left > 0; left -= BATCH) {
                            read(pictures, pixels.size(), Math.min(left, BATCH), manager, random);
                        }
                    })
                    .run(turns);
        }
    }

    private static void read(
            PictureTensors pictures, int count, int size, NDManager manager, UniformRandomProvider random) {
        int[] chosen = new int[size];
        boolean[] mirrored = new boolean[size];
        for (int i = 0; i < size; i++) {
            chosen[i] = random.nextInt(count);
            mirrored[i] = random.nextBoolean();
        }
        try (NDManager step = manager.newSubManager()) {
            NDArray batch = pictures.of(chosen, mirrored, step);
            batch.get(0, 0, 0, 0).getFloat(); // waits for a GPU
        }
    }
}
