package io.github.psbench.data;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.MakerLock;
import io.github.psbench.base.Progress;
import io.github.psbench.base.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * Pictures of one size in a file: a heading of 4,096 bytes, then picture after picture.
 *
 * @param heading what the pixels depend on, in words; a file that says otherwise is not this one
 * @param pictures how many there are
 * @param pictureBytes the bytes of each
 * @param segmentBytes the most bytes to map in one piece, at least one picture; Java maps less than 2 GiB at once
 */
record PixelFile(Path file, String heading, int pictures, int pictureBytes, int segmentBytes) {
    /** One page, so that the pixels begin at one. */
    private static final int HEADING_BYTES = 4096;

    /** The most damaged pictures that a failure names. */
    private static final int SHOWN = 10;

    /** Makes the pixels of one picture: height x width x 3 bytes. */
    @FunctionalInterface
    interface Source {
        byte[] pixels(int picture);
    }

    /**
     * The pixels, mapped for reading in pieces. A file that is missing, cut short, of other content, or not what its checksum says is made first,
     * on all processors and by one process while others wait.
     *
     * @param doing what making it is, such as "decoding market1501", for whoever waits
     * @throws Failure of kind RESOURCES if the disk has no room; of kind DATA if the source threw such, which is held back until every
     *     picture was tried, so that one failure names all that are damaged
     */
    List<ByteBuffer> open(String doing, Progress progress, Source source) {
        return map().orElseGet(() -> {
            try (MakerLock lock = MakerLock.take(file, doing, "set $PSBENCH_CACHE to another folder", progress)) {
                return map().orElseGet(() -> make(doing, progress, source));
            }
        });
    }

    /**
     * Appends the bytes of a picture to a buffer. Safe for use by several threads.
     *
     * @param segments as {@link #open} returned them
     */
    void copy(List<ByteBuffer> segments, int picture, ByteBuffer into) {
        int offset = picture % picturesPerSegment() * pictureBytes;
        into.put(into.position(), segments.get(picture / picturesPerSegment()), offset, pictureBytes);
        into.position(into.position() + pictureBytes);
    }

    /** How many pictures each piece but the last has. */
    private int picturesPerSegment() {
        return segmentBytes / pictureBytes;
    }

    /** Empty if the file is not what it should be. */
    private Optional<List<ByteBuffer>> map() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() != bytes()) {
                return Optional.empty();
            }
            List<ByteBuffer> segments = segments(channel);
            byte[] found = new byte[HEADING_BYTES];
            channel.read(ByteBuffer.wrap(found), 0);
            return Arrays.equals(found, heading(segments)) ? Optional.of(segments) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private List<ByteBuffer> make(String doing, Progress progress, Source source) {
        WholeFile.removeLeftovers(file);
        try (Progress.Task task = progress.begin(doing, pictures)) {
            write(picture -> {
                byte[] pixels = source.pixels(picture);
                task.advance(1);
                return pixels;
            });
        }
        return map().orElseThrow(() ->
                Failure.resources("%s was written, but does not read back as it was. Check the disk.", file));
    }

    private void write(Source source) {
        WholeFile.write(file, aside -> {
            long free = Files.getFileStore(aside).getUsableSpace();
            if (free < bytes()) {
                throw Failure.resources(
                        "%s needs %,d MB, but %,d MB are free there. Free some, or set $PSBENCH_CACHE to a folder on another disk.",
                        file, bytes() / 1_000_000, free / 1_000_000);
            }
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                writePictures(channel, source);
                write(channel, ByteBuffer.wrap(heading(segments(channel))), 0);
            }
        });
    }

    private void writePictures(FileChannel channel, Source source) {
        Map<Integer, Failure> damaged = new ConcurrentSkipListMap<>();
        IntStream.range(0, pictures).parallel().forEach(picture -> {
            try {
                write(channel, ByteBuffer.wrap(source.pixels(picture)), HEADING_BYTES + (long) picture * pictureBytes);
            } catch (Failure e) {
                if (e.kind() != ErrorKind.DATA) {
                    throw e;
                }
                damaged.put(picture, e);
            }
        });
        if (damaged.size() > 1) {
            throw Failure.data(
                    "%d of %d pictures cannot be used:\n%s%s",
                    damaged.size(),
                    pictures,
                    damaged.values().stream()
                            .limit(SHOWN)
                            .map(Failure::getMessage)
                            .collect(Collectors.joining("\n")),
                    damaged.size() > SHOWN ? "\nand more." : "");
        }
        damaged.values().forEach(failure -> {
            throw failure;
        });
    }

    private static void write(FileChannel channel, ByteBuffer bytes, long position) {
        try {
            while (bytes.hasRemaining()) {
                position += channel.write(bytes, position);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long bytes() {
        return HEADING_BYTES + (long) pictures * pictureBytes;
    }

    private List<ByteBuffer> segments(FileChannel channel) throws IOException {
        List<ByteBuffer> segments = new ArrayList<>();
        for (int first = 0; first < pictures; first += picturesPerSegment()) {
            long count = Math.min(picturesPerSegment(), pictures - first);
            segments.add(channel.map(
                    FileChannel.MapMode.READ_ONLY, HEADING_BYTES + (long) first * pictureBytes, count * pictureBytes));
        }
        return segments;
    }

    private byte[] heading(List<ByteBuffer> segments) {
        CRC32C crc = new CRC32C();
        segments.forEach(segment -> crc.update(segment.duplicate()));
        String text = String.format("%scrc32c %08x\n", heading, crc.getValue());
        return Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), HEADING_BYTES);
    }
}
