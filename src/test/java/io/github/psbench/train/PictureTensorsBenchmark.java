package io.github.psbench.train;

import ai.djl.ndarray.NDManager;
import io.github.psbench.KernelBenchmark;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.Input;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PixelCache;
import io.github.psbench.data.SynthPed;
import io.github.psbench.data.picture.Filter;
import io.github.psbench.data.synthped.Size;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** A batch of 64 from the cache to what a network takes in; half of it is mirrored, the other half not. */
public class PictureTensorsBenchmark extends KernelBenchmark {
    private static final int BATCH = 64;

    @Param({"128", "256"})
    int height;

    private PixelCache pixels;
    private PictureTensors pictures;
    private List<EpochOrder.Batch> epoch;
    private int next;

    @Setup
    public void open() {
        Places places = Places.of(null, System.getenv());
        PersonDataset people = new SynthPed(1, Size.SMALL).load(places, Progress.SILENT);
        Input input = new Input(height, height / 2, Filter.BICUBIC);
        pixels = PixelCache.open(people, input, places, Progress.SILENT);
        pictures = PictureTensors.open(pixels, input, manager);
        epoch = EpochOrder.shuffled(people.train().size(), BATCH, LastBatch.SKIP, true, random);
    }

    @TearDown
    public void closePictures() {
        pictures.close();
        pixels.close();
    }

    @Benchmark
    public void batch() {
        try (NDManager step = manager.newSubManager()) {
            pictures.of(epoch.get(next), step);
        }
        next = (next + 1) % epoch.size();
    }
}
