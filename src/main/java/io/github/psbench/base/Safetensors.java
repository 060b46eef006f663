package io.github.psbench.base;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.psbench.base.SafetensorsHeader.Damaged;
import io.github.psbench.base.SafetensorsHeader.Tensor;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Named tensors in a file of the safetensors format: eight bytes that give the header's length, a JSON header, the numbers. Such a file
 * holds nothing that could be executed. Numbers are float32, float64, int64 or uint8.
 *
 * <p>The engine has a reader and a writer of the format too. They trust the header, hold the whole file in the Java heap, and write the
 * header in hash order; this class refuses what does not add up and writes the same tensors as the same bytes.
 */
public final class Safetensors {
    private static final int PREFIX = Long.BYTES;

    /** The format's own limit. */
    private static final long LONGEST_HEADER = 100_000_000;

    private Safetensors() {}

    /**
     * Reads all tensors of a file.
     *
     * @return by name; attached to the manager, on its device
     * @throws Failure of kind DATA, naming the file, if it is missing, cut off or damaged, or holds other types of numbers
     */
    public static SortedMap<String, NDArray> read(Path file, NDManager manager) {
        return read(file, manager, "Fetch or make the file again.");
    }

    /**
     * Does the same for a file that is not the user's own.
     *
     * @param nextStep what to do where it is damaged, a sentence
     */
    public static SortedMap<String, NDArray> read(Path file, NDManager manager, String nextStep) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(channel, manager);
        } catch (Damaged e) {
            throw new Failure(
                    ErrorKind.DATA,
                    "%s is no sound safetensors file: it %s. %s".formatted(file, e.getMessage(), nextStep),
                    e);
        } catch (NoSuchFileException e) {
            throw new Failure(ErrorKind.DATA, "%s does not exist; expected a safetensors file.".formatted(file), e);
        } catch (IOException e) {
            throw new Failure(
                    ErrorKind.DATA,
                    "%s cannot be read: %s.".formatted(file, IoReason.of(e).why()),
                    e);
        }
    }

    /**
     * Writes tensors to a file, whole or not at all. The same tensors give the same bytes.
     *
     * @param tensors of types float32, float64, int64 and uint8; not changed
     * @throws Failure of kind RESOURCES if the file cannot be written
     * @throws IllegalArgumentException for tensors of other types
     */
    public static void write(Path file, Map<String, NDArray> tensors) {
        SortedMap<String, Tensor> unplaced = new TreeMap<>();
        tensors.forEach((name, array) -> unplaced.put(name, new Tensor(array.getDataType(), array.getShape(), 0, 0)));
        SafetensorsHeader header = SafetensorsHeader.layOut(unplaced);
        byte[] json = header.bytes();
        WholeFile.write(file, aside -> {
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                writeFully(channel, littleEndian(PREFIX).putLong(json.length).flip());
                writeFully(channel, ByteBuffer.wrap(json));
                for (Map.Entry<String, Tensor> entry : header.inOrderOfData()) {
                    writeFully(
                            channel, requireNonNull(tensors.get(entry.getKey())).toByteBuffer());
                }
            }
        });
    }

    private static SortedMap<String, NDArray> read(FileChannel channel, NDManager manager) throws IOException {
        long size = channel.size();
        if (size < PREFIX) {
            throw new Damaged("is %d bytes long, too short for the length of a header".formatted(size));
        }
        long length = readFully(channel, littleEndian(PREFIX), 0).getLong();
        if (length < 2 || length > Math.min(LONGEST_HEADER, size - PREFIX)) {
            throw new Damaged("is %d bytes long and gives its header a length of %d".formatted(size, length));
        }
        ByteBuffer json = readFully(channel, ByteBuffer.allocate((int) length), PREFIX);
        long data = PREFIX + length;
        SafetensorsHeader header = SafetensorsHeader.parse(json.array(), size - data);
        SortedMap<String, NDArray> arrays = new TreeMap<>();
        ByteBuffer block = littleEndianDirect(header.longest());
        for (Map.Entry<String, Tensor> entry : header.tensors().entrySet()) {
            Tensor tensor = entry.getValue();
            ByteBuffer bytes = block.slice(0, (int) tensor.length()).order(ByteOrder.LITTLE_ENDIAN);
            readFully(channel, bytes, data + tensor.begin());
            // On the CPU the engine uses a direct buffer where it lies; the copy is in memory of its own.
            try (NDArray staged = manager.create(bytes, tensor.shape(), tensor.type())) {
                arrays.put(entry.getKey(), staged.duplicate());
            }
        }
        return arrays;
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer littleEndianDirect(long size) throws Damaged {
        if (size > Integer.MAX_VALUE) {
            throw new Damaged("holds a tensor of %d bytes; psbench reads tensors of up to 2 GiB".formatted(size));
        }
        return ByteBuffer.allocateDirect((int) size);
    }

    private static ByteBuffer readFully(FileChannel channel, ByteBuffer buffer, long position) throws IOException {
        long at = position;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, at);
            if (read < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
            at += read;
        }
        return buffer.flip();
    }

    private static void writeFully(WritableByteChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
