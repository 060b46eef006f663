package io.github.psbench.data.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process that locks a file, says so, and waits to be ended. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
            channel.lock();
            System.out.print('x');
            System.out.flush();
            Thread.sleep(60_000);
        }
    }
}
