package io.github.psbench.data;

import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.base.Sha256;
import io.github.psbench.data.picture.Filter;
import io.github.psbench.data.picture.Resampler;
import io.github.psbench.data.picture.RgbImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;

/** Pictures of noise for tests of the pixel cache; as a program of its own, a process that opens their cache. */
final class DrawnDataset {
    static final int PICTURES = 60;
    static final Input INPUT = new Input(32, 16, Filter.BICUBIC);

    private static final long SEED = 20_231_107;

    private DrawnDataset() {}

    /**
     * Opens the cache in the folder named first, once a line comes in. Says "ready" before, "decoding" at each picture, on which it takes as
     * many milliseconds as the second argument says, and what {@link #digest} says when all is done.
     */
    public static void main(String[] arguments) throws IOException {
        System.out.println("ready");
        if (System.in.read() < 0) {
            return;
        }
        PersonDataset dataset = dataset(picture -> {
            System.out.println("decoding");
            sleep(Long.parseLong(arguments[1]));
        });
        try (PixelCache cache = PixelCache.open(dataset, INPUT, places(Path.of(arguments[0])), Progress.SILENT)) {
            System.out.println(digest(cache));
        }
    }

    static Places places(Path folder) {
        return new Places(folder.resolve("data"), folder.resolve("cache"));
    }

    /** @param whenDecoded hears of each picture that is asked for its pixels */
    static PersonDataset dataset(IntConsumer whenDecoded) {
        PersonCategory category = new PersonCategory(List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        List<PersonImage> images = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            int index = i;
            images.add(new PersonImage(i + ".jpg", category, () -> {
                whenDecoded.accept(index);
                return picture(index);
            }));
        }
        return new PersonDataset(
                "drawn",
                MarketSchema.of(Encoding.PATTERNS),
                images.subList(0, 40),
                images.subList(40, PICTURES),
                new PersonDataset.Digests(Sha256.ofText("noise"), Sha256.ofText("noise")),
                null);
    }

    /** A digest of all pixels of a cache. */
    static String digest(PixelCache cache) {
        Sha256 sha = new Sha256();
        for (int i = 0; i < cache.size(); i++) {
            ByteBuffer pixels = ByteBuffer.allocate(INPUT.height() * INPUT.width() * 3);
            cache.copy(i, pixels);
            sha.add(pixels.array());
        }
        return sha.hex();
    }

    /** What {@link #digest} is to be, without any cache. */
    static String expectedDigest() {
        Sha256 sha = new Sha256();
        for (int i = 0; i < PICTURES; i++) {
            sha.add(Resampler.resize(picture(i), INPUT.width(), INPUT.height(), INPUT.resize())
                    .pixels());
        }
        return sha.hex();
    }

    private static RgbImage picture(int index) {
        byte[] pixels = new byte[3 * 20 * 40];
        new Random(SEED + index).nextBytes(pixels);
        return new RgbImage(20, 40, pixels);
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
