package io.github.psbench.data;

import io.github.psbench.base.Progress;
import io.github.psbench.base.Sha256;
import io.github.psbench.base.WholeFile;
import io.github.psbench.data.synthped.Album;
import io.github.psbench.data.synthped.Shot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * The pictures of a {@link SynthPed}, drawn once and kept in one file: the bytes of each image in turn, then the data set's digest, then a
 * checksum of all that. A file that has another length or fails its checksum is drawn again. The checksum stands beside the digest because it is read
 * a hundred times faster, and opening the data set is to take no time.
 *
 * @param pixels the file's bytes
 * @param digest SHA-256 over annotation and pixels, 64 hexadecimal digits
 */
record DrawnPictures(ByteBuffer pixels, String digest) {
    private static final int PICTURE = Album.HEIGHT * Album.WIDTH * 3;
    private static final int DIGEST = 64;
    private static final int CHECKSUM = Long.BYTES;

    /** @param annotation a digest of everything that is said of the images */
    static DrawnPictures open(Path file, Album album, List<Shot> shots, String annotation, Progress progress)
            throws IOException {
        Optional<DrawnPictures> kept = read(file, shots.size());
        if (kept.isPresent()) {
            return kept.get();
        }
        WholeFile.write(file, aside -> draw(aside, album, shots, annotation, progress));
        return read(file, shots.size())
                .orElseThrow(() -> new IOException("what was just written does not come back as it was"));
    }

    /** Height x width x 3 bytes of an image, as a copy. */
    RgbImage picture(int index) {
        byte[] bytes = new byte[PICTURE];
        pixels.get(index * PICTURE, bytes);
        return new RgbImage(Album.WIDTH, Album.HEIGHT, bytes);
    }

    /** Nothing, if the file is not there or damaged. */
    private static Optional<DrawnPictures> read(Path file, int pictures) throws IOException {
        int end = pictures * PICTURE;
        if (!Files.isRegularFile(file) || Files.size(file) != end + DIGEST + CHECKSUM) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, end + DIGEST + CHECKSUM);
            if (bytes.getLong(end + DIGEST) != checksum(bytes, end + DIGEST)) {
                return Optional.empty();
            }
            byte[] digest = new byte[DIGEST];
            bytes.get(end, digest);
            return Optional.of(new DrawnPictures(bytes, new String(digest, StandardCharsets.US_ASCII)));
        }
    }

    private static long checksum(ByteBuffer bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.slice(0, length));
        return checksum.getValue();
    }

    private static void draw(Path file, Album album, List<Shot> shots, String annotation, Progress progress)
            throws IOException {
        int end = shots.size() * PICTURE;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                Progress.Task task = progress.begin("drawing synthped", shots.size())) {
            IntStream.range(0, shots.size()).parallel().forEach(i -> {
                write(channel, (long) i * PICTURE, ByteBuffer.wrap(album.draw(shots.get(i))));
                task.advance(1);
            });
            byte[] digest = digest(channel.map(FileChannel.MapMode.READ_ONLY, 0, end), annotation);
            write(channel, end, ByteBuffer.wrap(digest));
            long checksum = checksum(channel.map(FileChannel.MapMode.READ_ONLY, 0, end + DIGEST), end + DIGEST);
            write(channel, end + DIGEST, ByteBuffer.allocate(CHECKSUM).putLong(0, checksum));
        }
    }

    private static byte[] digest(ByteBuffer pixels, String annotation) {
        Sha256 sha = new Sha256().add(annotation);
        byte[] picture = new byte[PICTURE];
        while (pixels.hasRemaining()) {
            pixels.get(picture);
            sha.add(picture);
        }
        return sha.hex().getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes through the channel and not through a mapping, since a full disk is then an exception and not a crash. */
    private static void write(FileChannel channel, long position, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes, position + bytes.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
