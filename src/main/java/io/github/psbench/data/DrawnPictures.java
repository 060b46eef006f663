package io.github.psbench.data;

import io.github.psbench.base.Progress;
import io.github.psbench.base.Sha256;
import io.github.psbench.data.picture.RgbImage;
import io.github.psbench.data.synthped.Album;
import io.github.psbench.data.synthped.Shot;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The pictures of a {@link SynthPed}, drawn once and kept in a {@link PixelFile}. A second one beside it keeps the data set's digest, which takes
 * many times longer to compute than the first one takes to open. Both are made again if they are missing or damaged.
 *
 * @param segments the pixels, in pieces as the layout says
 * @param digest SHA-256 over annotation and pixels, 64 hexadecimal digits
 */
record DrawnPictures(PixelFile layout, List<ByteBuffer> segments, String digest) {
    private static final int DIGEST = 64;

    /**
     * @param annotation a digest of everything that is said of the images
     * @throws io.github.psbench.base.Failure of kind RESOURCES if the files cannot be written
     */
    static DrawnPictures open(Path file, Album album, List<Shot> shots, String annotation, Progress progress) {
        return open(file, album, shots, annotation, progress, 1 << 30);
    }

    static DrawnPictures open(
            Path file, Album album, List<Shot> shots, String annotation, Progress progress, int segmentBytes) {
        String heading = String.format(
                Locale.ROOT,
                "psbench synthped, revision %d\nannotation %s\n%d pictures of %d x %d x 3 bytes\n",
                Album.REVISION,
                annotation,
                shots.size(),
                Album.HEIGHT,
                Album.WIDTH);
        PixelFile layout = new PixelFile(file, heading, shots.size(), 3 * Album.HEIGHT * Album.WIDTH, segmentBytes);
        List<ByteBuffer> segments = layout.open("drawing synthped", progress, index -> album.draw(shots.get(index)));
        PixelFile beside =
                new PixelFile(file.resolveSibling(file.getFileName() + ".digest"), heading, 1, DIGEST, DIGEST);
        // Its one "picture" takes seconds, so the progress to watch is that within it.
        List<ByteBuffer> digest = beside.open(
                "reading synthped", Progress.SILENT, index -> digest(layout, segments, annotation, progress));
        return new DrawnPictures(
                layout,
                segments,
                StandardCharsets.US_ASCII.decode(digest.get(0)).toString());
    }

    /** Height x width x 3 bytes of an image, as a copy. */
    RgbImage picture(int index) {
        return new RgbImage(Album.WIDTH, Album.HEIGHT, pixels(layout, segments, index));
    }

    private static byte[] pixels(PixelFile layout, List<ByteBuffer> segments, int index) {
        ByteBuffer pixels = ByteBuffer.allocate(layout.pictureBytes());
        layout.copy(segments, index, pixels);
        return pixels.array();
    }

    private static byte[] digest(PixelFile layout, List<ByteBuffer> segments, String annotation, Progress progress) {
        Sha256 sha = new Sha256().add(annotation);
        try (Progress.Task task = progress.begin("reading synthped", layout.pictures())) {
            for (int i = 0; i < layout.pictures(); i++) {
                sha.add(pixels(layout, segments, i));
                task.advance(1);
            }
        }
        return sha.hex().getBytes(StandardCharsets.US_ASCII);
    }
}
