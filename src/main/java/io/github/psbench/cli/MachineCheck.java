package io.github.psbench.cli;

import io.github.psbench.base.IoReason;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Looks at the machine as Java sees it.
 *
 * @param results where results would be kept; need not exist
 * @param cache where drawn and decoded pictures would be kept; need not exist
 */
record MachineCheck(Path results, Path cache) {
    private static final Set<String> TESTED = Set.of("Linux amd64");
    private static final Set<String> UNTESTED = Set.of("Linux aarch64", "Mac OS X aarch64");
    private static final long GIB = 1L << 30;
    private static final long MEMORY_WANTED = 4 * GIB;
    private static final long DISK_WANTED = 2 * GIB;
    private static final long DISK_NEEDED = GIB / 4;

    List<Finding> findings() {
        return List.of(
                java(),
                platform(System.getProperty("os.name") + " " + System.getProperty("os.arch")),
                memory(physicalMemory(), Runtime.getRuntime().maxMemory()),
                disk("results", results),
                disk("cache", cache),
                fonts());
    }

    private static Finding java() {
        return Finding.ok("java", Runtime.version() + ", " + System.getProperty("java.vm.name"));
    }

    static Finding platform(String platform) {
        if (TESTED.contains(platform)) {
            return Finding.ok("platform", platform);
        }
        return UNTESTED.contains(platform)
                ? Finding.warning(
                        "platform", platform, "The engine exists for it, but psbench is tested on Linux x86_64.")
                : Finding.problem(
                        "platform",
                        platform,
                        "Use Linux (x86_64 or aarch64) or macOS (arm64): the build has no engine for others.");
    }

    static Finding memory(long physical, long heap) {
        String found = gib(physical) + " in all; Java's heap may take " + gib(heap) + " of it";
        return physical >= MEMORY_WANTED && heap < physical
                ? Finding.ok("memory", found)
                : Finding.warning(
                        "memory",
                        found,
                        "Training wants " + gib(MEMORY_WANTED)
                                + " or more. With less, set PSBENCH_JAVA_OPTS=-Xmx1g and smaller batches.");
    }

    static Finding disk(String subject, Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            long space = Files.getFileStore(existing).getUsableSpace();
            String found = gib(space) + " free for " + folder;
            if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
                return Finding.problem(
                        subject,
                        existing + " is not a folder that can be written to",
                        "Change its permissions, or use another.");
            }
            if (space < DISK_NEEDED) {
                return Finding.problem(subject, found, "Free some space, " + gib(DISK_WANTED) + " or more.");
            }
            return space < DISK_WANTED
                    ? Finding.warning(
                            subject, found, "Real data sets and long runs want " + gib(DISK_WANTED) + " or more.")
                    : Finding.ok(subject, found);
        } catch (IOException e) {
            return Finding.problem(
                    subject,
                    existing + " cannot be looked at: " + IoReason.of(e).why(),
                    "Check the disk.");
        }
    }

    /** A JDK without fonts, or without the library that finds them, says so with an {@link Error} when the first text is laid out. */
    private static Finding fonts() {
        try {
            int families = GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length;
            new TextLayout(
                    "psbench", new Font(Font.SANS_SERIF, Font.PLAIN, 12), new FontRenderContext(null, true, true));
            return Finding.ok("fonts", families + " families");
        } catch (RuntimeException | Error e) {
            return Finding.warning(
                    "fonts",
                    "none that Java can use: " + e,
                    "Nothing needs them yet. Debian: apt-get install fontconfig fonts-dejavu-core.");
        }
    }

    private static long physicalMemory() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getTotalMemorySize();
    }

    private static String gib(long bytes) {
        return String.format("%.1f GiB", bytes / (double) GIB);
    }
}
