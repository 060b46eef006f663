package io.github.psbench.device;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The memory of this machine, or of the container that this process is in. */
final class HostMemory {
    private static final Path KERNEL = Path.of("/proc/meminfo");
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable: +(\\d+) kB$");

    private HostMemory() {}

    /** What programs can still take without others being pushed out, in bytes. */
    static long availableBytes() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Math.min(ofKernel(system), system.getTotalMemorySize());
    }

    private static long ofKernel(OperatingSystemMXBean system) {
        try {
            Matcher available = AVAILABLE.matcher(Files.readString(KERNEL));
            return available.find() ? Long.parseLong(available.group(1)) * 1024 : system.getFreeMemorySize();
        } catch (IOException e) {
            return system.getFreeMemorySize(); // not Linux
        }
    }
}
