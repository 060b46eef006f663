package io.github.psbench.eval;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Rows in a file, in single precision, little-endian, read block by block where they are needed. They are read, not mapped: pages of a
 * mapped file count as memory of the process, and a file that becomes shorter would end it.
 *
 * @param position the first byte of the first row
 */
record StoredRows(int dimension, FileChannel channel, long position) implements Rows {
    @Override
    public void read(int row, double[] into) {
        ByteBuffer bytes = bytes(row, 1);
        for (int k = 0; k < dimension; k++) {
            into[k] = bytes.getFloat();
        }
    }

    @Override
    public void readRounded(int first, int count, float[] units) {
        bytes(first, count).asFloatBuffer().get(units, 0, count * dimension);
        UnitLength.scaleRounded(units, dimension, first, count);
    }

    private ByteBuffer bytes(int first, int count) {
        long width = (long) dimension * Float.BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(count * width)).order(ByteOrder.LITTLE_ENDIAN);
        try {
            long at = position + first * width;
            while (bytes.hasRemaining()) {
                int read = channel.read(bytes, at);
                if (read < 0) {
                    throw new EOFException("the file ends within row " + (first + bytes.position() / width));
                }
                at += read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.flip();
    }
}
