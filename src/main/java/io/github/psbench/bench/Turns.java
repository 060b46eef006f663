package io.github.psbench.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.device.ProcessMemory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/**
 * What the process that does the work says to the one that measures: {@code {"ready": true, "version": "..."}} after its warm-up, then for
 * each line that it reads {@code {"seconds": 1.25, "peak_bytes": 1234567}}. It ends where its input does. Scripts of other programs that
 * psbench is measured against say the same.
 */
public final class Turns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BufferedReader in;
    private final PrintWriter out;
    private final String version;
    private boolean ready;
    private long begun;

    /** @param version what does the work, for people */
    Turns(BufferedReader in, PrintWriter out, String version) {
        this.in = in;
        this.out = out;
        this.version = version;
    }

    /** Waits for the next turn, whose time begins when this returns; false if there will be none. */
    boolean next() {
        if (!ready) {
            ready = true;
            say(JSON.createObjectNode().put("ready", true).put("version", version));
        }
        try {
            boolean more = in.readLine() != null;
            begun = System.nanoTime();
            return more;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The turn is over. */
    void done() {
        done((System.nanoTime() - begun) / 1e9);
    }

    /** The turn is over, and what was measured of it took so long. */
    void done(double seconds) {
        say(JSON.createObjectNode().put("seconds", seconds).put("peak_bytes", ProcessMemory.peakBytes()));
    }

    private void say(ObjectNode line) {
        try {
            out.println(JSON.writeValueAsString(line));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers can always be written", e);
        }
    }
}
