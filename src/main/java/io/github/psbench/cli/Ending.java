package io.github.psbench.cli;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a person is told when a command ends with an exception, and the exit code that a script sees.
 *
 * @param message whole sentences
 */
record Ending(ErrorKind kind, String message) {
    private static final List<String> DISK_FULL = List.of("no space left on device", "disk quota exceeded");
    private static final List<String> NATIVES_NOT_UNPACKED = List.of("failed to extract pytorch native library");
    private static final List<String> NATIVE_MEMORY_FULL =
            List.of("can't allocate memory", "not enough memory", "out of memory");

    static Ending of(Throwable thrown) {
        List<Throwable> chain = Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(100) // causes can go in circles
                .toList();
        for (Throwable cause : chain) {
            if (cause instanceof Failure failure) {
                return new Ending(failure.kind(), String.valueOf(failure.getMessage()));
            }
            if (cause instanceof OutOfMemoryError) {
                return new Ending(ErrorKind.RESOURCES, outOfJavaMemory(cause.toString()));
            }
            if (says(cause, NATIVES_NOT_UNPACKED)) {
                return new Ending(
                        ErrorKind.RESOURCES,
                        "The engine's libraries cannot be unpacked (" + firstLine(cause) + "). They need 430 MB in"
                                + " $DJL_CACHE_DIR, else $PSBENCH_CACHE/engine, else ~/.psbench/cache/engine: check its"
                                + " permissions and free space, or set PSBENCH_CACHE to another folder.");
            }
            if (says(cause, DISK_FULL)) {
                return new Ending(
                        ErrorKind.RESOURCES,
                        "The disk is full (" + cause.getMessage() + "). Free some space and run the same command again:"
                                + " what was finished is kept.");
            }
            if (says(cause, NATIVE_MEMORY_FULL)) {
                return new Ending(
                        ErrorKind.RESOURCES,
                        "There is not enough memory for the computation (" + firstLine(cause) + "). Set a smaller batch"
                                + " or input size, or end other programs, and run the same command again: what was"
                                + " finished is kept.");
            }
        }
        return new Ending(ErrorKind.INTERNAL, "This is a fault of psbench, not yours: " + firstLine(thrown) + ".");
    }

    private static String outOfJavaMemory(String what) {
        return "Java's own memory is full (" + what + "), of which this run may have "
                + Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB. Give it more with"
                + " PSBENCH_JAVA_OPTS=-Xmx4g (or, where direct buffers are named, -XX:MaxDirectMemorySize=1g), and run the"
                + " same command again: what was finished is kept.";
    }

    private static boolean says(Throwable cause, List<String> phrases) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return phrases.stream().anyMatch(message::contains);
    }

    private static String firstLine(Throwable cause) {
        return cause.toString().lines().findFirst().orElse("");
    }
}
