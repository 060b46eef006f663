package io.github.psbench.data;

import io.github.psbench.base.Progress;
import io.github.psbench.base.Sha256;
import io.github.psbench.base.WholeFile;
import io.github.psbench.data.synthped.Album;
import io.github.psbench.data.synthped.Shot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The pictures of a {@link SynthPed}, drawn once and kept in one file: the bytes of each image in turn, then the data set's digest as
 * 64 hexadecimal digits. A file that has another length, or whose digest is not that of its bytes, is drawn again.
 *
 * @param pixels the file's bytes
 * @param digest SHA-256 over annotation and pixels
 */
record DrawnPictures(ByteBuffer pixels, String digest) {
    private static final int PICTURE = Album.HEIGHT * Album.WIDTH * 3;
    private static final int DIGEST = 64;

    /** @param annotation a digest of everything that is said of the images */
    static DrawnPictures open(Path file, Album album, List<Shot> shots, String annotation, Progress progress)
            throws IOException {
        long length = (long) shots.size() * PICTURE + DIGEST;
        if (Files.isRegularFile(file) && Files.size(file) == length) {
            DrawnPictures kept = map(file, annotation);
            if (kept.digest.equals(kept.trailer())) {
                return kept;
            }
        }
        WholeFile.write(file, aside -> draw(aside, album, shots, annotation, progress));
        return map(file, annotation);
    }

    /** Height x width x 3 bytes of an image, as a copy. */
    RgbImage picture(int index) {
        byte[] bytes = new byte[PICTURE];
        pixels.get(index * PICTURE, bytes);
        return new RgbImage(Album.WIDTH, Album.HEIGHT, bytes);
    }

    private static DrawnPictures map(Path file, String annotation) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            MappedByteBuffer pixels = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return new DrawnPictures(pixels, digest(pixels, annotation));
        }
    }

    private static String digest(ByteBuffer pixels, String annotation) {
        Sha256 sha = new Sha256().add(annotation);
        byte[] bytes = new byte[PICTURE];
        for (int at = 0; at < pixels.limit() - DIGEST; at += PICTURE) {
            pixels.get(at, bytes);
            sha.add(bytes);
        }
        return sha.hex();
    }

    private String trailer() {
        byte[] bytes = new byte[DIGEST];
        pixels.get(pixels.limit() - DIGEST, bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static void draw(Path file, Album album, List<Shot> shots, String annotation, Progress progress)
            throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                Progress.Task task = progress.begin("drawing synthped", shots.size())) {
            IntStream.range(0, shots.size()).parallel().forEach(i -> {
                write(channel, album.draw(shots.get(i)), (long) i * PICTURE);
                task.advance(1);
            });
            long end = (long) shots.size() * PICTURE;
            write(channel, new byte[DIGEST], end);
            String digest = digest(channel.map(FileChannel.MapMode.READ_ONLY, 0, end + DIGEST), annotation);
            write(channel, digest.getBytes(StandardCharsets.US_ASCII), end);
        }
    }

    private static void write(FileChannel channel, byte[] bytes, long position) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer, position + buffer.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
