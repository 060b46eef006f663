package io.github.psbench.data.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Sees whether a tar file ends as it should, in a block of zeros: one that was cut between two entries reads without complaint otherwise. */
final class TarEnd extends FilterInputStream {
    private static final int BLOCK = 512;

    private long zeros;

    TarEnd(InputStream in) {
        super(in);
    }

    /** Whether the last that was read is a block of zeros. */
    boolean reached() {
        return zeros >= BLOCK;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            zeros = read == 0 ? zeros + 1 : 0;
        }
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        if (read > 0) {
            int nonzero = offset + read - 1;
            while (nonzero >= offset && into[nonzero] == 0) {
                nonzero--;
            }
            int trailing = offset + read - 1 - nonzero;
            zeros = trailing == read ? zeros + read : trailing;
        }
        return read;
    }

    /** Reads: what is skipped has to be seen too. */
    @Override
    public long skip(long wanted) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(wanted, 1 << 16)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
