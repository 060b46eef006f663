package io.github.psbench.data.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Counts what comes out of an archive, and stops where that is more than its {@link Limits}. */
final class Budget {
    private final Path archive;
    private final Limits limits;
    private final long allowed;
    private long bytes;
    private int entries;

    /** @param packed the bytes of the archive itself */
    Budget(Path archive, long packed, Limits limits) {
        this.archive = archive;
        this.limits = limits;
        allowed = Math.min(limits.bytes(), Math.max(limits.bytesAtAnyRatio(), packed * limits.ratio()));
    }

    /** @throws io.github.psbench.base.Failure of kind DATA if that was one too many */
    void countEntry() {
        entries++;
        if (entries > limits.entries()) {
            throw Refusal.of(archive, "it has more than %,d entries".formatted(limits.entries()));
        }
    }

    /**
     * Takes the archive's word that it will unpack to so many bytes.
     *
     * @throws io.github.psbench.base.Failure of kind DATA if that is more than it may
     */
    void expect(long expected) {
        if (expected > allowed) {
            throw tooLarge();
        }
    }

    /** What is read from the result is counted; reading fails with a {@link io.github.psbench.base.Failure} of kind DATA when it is too much. */
    InputStream counted(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                count(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = super.read(into, offset, length);
                count(Math.max(0, read));
                return read;
            }

            @Override
            public long skip(long wanted) throws IOException {
                long skipped = super.skip(wanted);
                count(skipped);
                return skipped;
            }

            @Override
            public boolean markSupported() {
                return false;
            }
        };
    }

    private void count(long more) {
        bytes += more;
        if (bytes > allowed) {
            throw tooLarge();
        }
    }

    private RuntimeException tooLarge() {
        return Refusal.of(
                archive,
                "it would unpack to more than %,d MB, which no data set of its size does"
                        .formatted(allowed / 1_000_000));
    }
}
