package io.github.psbench.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Prints a file that grows, whole lines at a time, and the copy of it that may come to stand elsewhere when it is complete. */
final class LogTail {
    private static final int MOST_AT_ONCE = 1 << 20;

    private long printed;

    /**
     * Prints what has come since the last time.
     *
     * @param toTheEnd whether also what is not yet a whole line
     * @return whether the file is there
     */
    boolean printNew(Path log, boolean toTheEnd, PrintWriter out) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            while (true) {
                byte[] bytes = new byte[(int) Math.min(MOST_AT_ONCE, Math.max(0, file.length() - printed))];
                file.seek(printed);
                file.readFully(bytes);
                int whole = toTheEnd ? bytes.length : afterLastLine(bytes);
                if (whole == 0) {
                    break;
                }
                out.print(new String(bytes, 0, whole, StandardCharsets.UTF_8));
                printed += whole;
            }
        } catch (FileNotFoundException e) {
            return false;
        }
        out.flush();
        return true;
    }

    /** A line that is longer than what is read at once is printed in pieces. */
    private static int afterLastLine(byte[] bytes) {
        for (int end = bytes.length; end > 0; end--) {
            if (bytes[end - 1] == '\n') {
                return end;
            }
        }
        return bytes.length < MOST_AT_ONCE ? 0 : bytes.length;
    }
}
