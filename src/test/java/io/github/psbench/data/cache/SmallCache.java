package io.github.psbench.data.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/** A cache with a file of every kind. */
public final class SmallCache {
    public static final String MARKET = "fcb157c35cb88e56b11c21a853a7daf5a45e7f6e2b6799156c0737f39d3b4d2e";
    public static final String SYNTHPED = "638998d17e23f145812bcb860c6aa9a60d7c9a36ad919bcb46301746942eb888";

    private final Path cache;

    private SmallCache(Path cache) {
        this.cache = cache;
    }

    /** @param cache the folder to make */
    public static SmallCache in(Path cache) throws IOException {
        SmallCache small = new SmallCache(cache);
        small.pixels("market1501", MARKET, "128x64-bicubic");
        small.pixels("market1501", MARKET, "96x48-bilinear-r2");
        small.pixels("synthped", SYNTHPED, "64x32-bicubic");
        small.write("pixels/fcb157c35cb88e56-96x48-bilinear-r2.u8.lock", "");
        small.write("pixels/0000000000000000-16x16-bicubic.u8", "damaged");
        small.write("pixels/.fcb157c35cb88e56-256x128-bicubic.u81234567890.part", "half");
        small.write("pixels/notes.txt", "mine");
        small.write("synthped/seed-1-revision-1.rgb", "pictures");
        small.write("synthped/large-seed--7-revision-2.rgb.digest", "digest");
        small.write("digests/" + MARKET, SYNTHPED);
        small.write("weights/" + MARKET + ".safetensors", "weights");
        small.write("engine/pytorch/2.7.1/libtorch.so", "library");
        small.write("mine.txt", "mine");
        small.write("other/precious", "mine");
        return small;
    }

    /** Writes a file that changed an hour ago. */
    public Path write(String name, String content) throws IOException {
        Path file = cache.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        return file;
    }

    private void pixels(String dataset, String digest, String rest) throws IOException {
        String[] size = rest.split("[x-]", -1);
        String heading = String.format(
                "psbench pixels, revision 1%ndata set %s %s%n2 pictures of %s x %s x 3 bytes%nresized by %s%ncrc32c 00000000%n",
                dataset, digest, size[0], size[1], size[2]);
        write("pixels/" + digest.substring(0, 16) + "-" + rest + ".u8", heading + "\0".repeat(5000));
    }
}
