package io.github.psbench.data;

import io.github.psbench.KernelBenchmark;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.picture.Filter;
import io.github.psbench.data.synthped.Size;
import java.nio.ByteBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Pictures of 256x128 read from the cache one by one, in any order, once its file is in the system's memory. */
public class PixelCacheBenchmark extends KernelBenchmark {
    private static final Input INPUT = new Input(256, 128, Filter.BICUBIC);

    private final ByteBuffer picture = ByteBuffer.allocateDirect(INPUT.height() * INPUT.width() * 3);
    private PixelCache pixels;

    @Setup
    public void open() {
        Places places = Places.of(null, System.getenv());
        PersonDataset people = new SynthPed(1, Size.SMALL).load(places, Progress.SILENT);
        pixels = PixelCache.open(people, INPUT, places, Progress.SILENT);
    }

    @TearDown
    public void closeCache() {
        pixels.close();
    }

    @Benchmark
    public ByteBuffer copy() {
        pixels.copy(random.nextInt(pixels.size()), picture.clear());
        return picture;
    }
}
