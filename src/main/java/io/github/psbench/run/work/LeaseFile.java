package io.github.psbench.run.work;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A numbered lease in a folder, as a file that its holder writes and all others read. */
record LeaseFile(Path folder, int number) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "lease-";

    /**
     * What stands in the file.
     *
     * @param beat goes up as long as the holder lives
     * @param tasks under way, outermost first
     */
    record Content(Holder holder, long beat, boolean released, List<TaskState> tasks) {}

    /** The lease that counts, if there was ever one. */
    static Optional<LeaseFile> highest(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            OptionalInt highest = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(PREFIX + "[0-9]+"))
                    .mapToInt(name -> Integer.parseInt(name.substring(PREFIX.length())))
                    .max();
            return highest.isPresent() ? Optional.of(new LeaseFile(folder, highest.getAsInt())) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    LeaseFile next() {
        return new LeaseFile(folder, number + 1);
    }

    Path path() {
        return folder.resolve(PREFIX + inName(number));
    }

    /** As it stands in the names of what belongs to the lease. */
    static String inName(int number) {
        return "%06d".formatted(number);
    }

    /** @throws java.nio.file.FileAlreadyExistsException if another process was faster */
    void create(Content content) throws IOException {
        write(content, StandardOpenOption.CREATE_NEW);
    }

    /**
     * Overwrites the file in place: on network file systems, a file that is opened is looked up anew, a folder need not be. It is not made again
     * if it is gone.
     */
    void overwrite(Content content) throws IOException {
        write(content, StandardOpenOption.WRITE);
    }

    private void write(Content content, StandardOpenOption how) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(content));
        try (FileChannel channel = FileChannel.open(path(), how, StandardOpenOption.WRITE)) {
            long length = bytes.remaining();
            while (bytes.hasRemaining()) {
                channel.write(bytes, bytes.position());
            }
            channel.truncate(length);
        }
    }

    /** What stands there; null if it is gone, or just being written. */
    @Nullable
    Content read() throws IOException {
        try {
            return JSON.readValue(Files.readAllBytes(path()), Content.class);
        } catch (NoSuchFileException | JacksonException e) {
            return null;
        }
    }
}
