package io.github.psbench.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The memory of this process, Java's and the engine's together. */
public final class ProcessMemory {
    private static final Path KERNEL = Path.of("/proc/self/status");
    private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");

    private ProcessMemory() {}

    /** The most that was resident at once until now, in bytes; 0 where the system does not tell. */
    public static long peakBytes() {
        try {
            Matcher peak = PEAK.matcher(Files.readString(KERNEL));
            return peak.find() ? Long.parseLong(peak.group(1)) * 1024 : 0;
        } catch (IOException e) {
            return 0; // not Linux
        }
    }
}
