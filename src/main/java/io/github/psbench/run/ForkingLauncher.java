package io.github.psbench.run;

import io.github.psbench.base.SameJava;
import io.github.psbench.device.ComputeDevice;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs each trial in a process of its own on this machine, with the Java, the options and the classes of this one. A trial's process ends
 * when this one does, however that ends, because its standard input ends then.
 */
public final class ForkingLauncher implements Launcher {
    private final List<String> command;

    /**
     * A launcher of one program.
     *
     * @param mainClass takes {@code trial run <id>} with {@code options}, and with the device
     */
    public ForkingLauncher(Class<?> mainClass, List<String> options) {
        command = SameJava.command(mainClass);
        command.addAll(List.of("trial", "run", "--until-input-ends"));
        command.addAll(options);
    }

    @Override
    public Launched launch(String id, ComputeDevice device, Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of("--device", device.inItsProcess(), "--threads", String.valueOf(device.threads()), id));
        File output = log.toFile();
        ProcessBuilder process = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output));
        process.environment().putAll(device.environment());
        return new Forked(process.start());
    }

    private record Forked(Process process) implements Launched {
        @Override
        public boolean isAlive() {
            return process.isAlive();
        }

        @Override
        public void stop() {
            process.destroy();
        }

        @Override
        public void kill() {
            process.destroyForcibly();
        }

        @Override
        public int exitCode() {
            return process.exitValue();
        }
    }
}
