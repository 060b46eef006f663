package io.github.psbench.run;

import io.github.psbench.device.ComputeDevice;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs each trial in a process of its own on this machine, with the Java, the options and the classes of this one. A trial's process ends
 * when this one does, however that ends, because its standard input ends then.
 */
public final class ForkingLauncher implements Launcher {
    /** Of tools that watch the process that they were started with. */
    private static final List<String> NOT_INHERITED =
            List.of("-javaagent:", "-agentlib:", "-agentpath:", "-Dpsbench.columns=");

    /** May have been set after the start, when it is not among the options. */
    private static final String ENGINE_CACHE = "DJL_CACHE_DIR";

    private final List<String> command;

    /**
     * A launcher of one program.
     *
     * @param mainClass takes {@code trial run <id>} with {@code options}, and with the device
     */
    public ForkingLauncher(Class<?> mainClass, List<String> options) {
        command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> NOT_INHERITED.stream().noneMatch(argument::startsWith))
                .forEach(command::add);
        String engineCache = System.getProperty(ENGINE_CACHE);
        if (engineCache != null) {
            command.add("-D" + ENGINE_CACHE + "=" + engineCache);
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                mainClass.getName(),
                "trial",
                "run",
                "--until-input-ends"));
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
