package io.github.psbench.run;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * What a trial ran on: whatever could explain that two machines' numbers differ.
 *
 * @param facts by name; null where a fact is not to be had here
 * @param workingTree of the current folder
 */
record Environment(ObjectNode facts, WorkingTree workingTree) {
    static Environment capture() {
        WorkingTree workingTree = WorkingTree.of(Path.of(""));
        ObjectNode environment = JsonNodeFactory.instance.objectNode();
        environment.put("psbench", Environment.class.getPackage().getImplementationVersion());
        environment.put("gitCommit", workingTree.commit());
        environment.put("gitDirty", workingTree.isDirty());
        environment.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        environment.put("architecture", System.getProperty("os.arch"));
        environment.put("processor", processor());
        environment.put("cores", Runtime.getRuntime().availableProcessors());
        environment.put("jdk", Runtime.version().toString());
        environment.put("engine", Engine.getInstance().getEngineName() + " by DJL " + Engine.getDjlVersion());
        environment.put("libtorch", Engine.getInstance().getVersion());
        environment.put("engineNatives", LibUtils.getLibtorchPath());
        environment.put("device", "cpu");
        environment.put("threads", JniUtils.getNumThreads());
        environment.put("jpegDecoder", jpegDecoder());
        environment.put("resize", "antialiased, 8 bits between the passes");
        environment.put("driver", driver());
        ArrayNode options = environment.putArray("javaOptions");
        ManagementFactory.getRuntimeMXBean().getInputArguments().forEach(options::add);
        environment.put("command", command(ProcessHandle.current()));
        environment.put(
                "startedBy",
                ProcessHandle.current().parent().map(Environment::command).orElse(null));
        return new Environment(environment, workingTree);
    }

    private static @Nullable String command(ProcessHandle process) {
        return process.info().commandLine().orElse(null);
    }

    /** Of the GPU, as NVIDIA's kernel module tells it: "NVIDIA UNIX x86_64 Kernel Module 535.129.03 ...". */
    private static @Nullable String driver() {
        Path version = Path.of("/proc/driver/nvidia/version");
        if (!Files.isReadable(version)) {
            return null;
        }
        try (Stream<String> lines = Files.lines(version)) {
            return lines.findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1)
                            .replaceAll("\\s+", " ")
                            .strip())
                    .orElse(null);
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
    }

    private static @Nullable String processor() {
        Path information = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(information)) {
            return null;
        }
        try {
            return Files.readAllLines(information).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            return null;
        }
    }

    private static String jpegDecoder() {
        Class<?> reader = ImageIO.getImageReadersByFormatName("jpeg").next().getClass();
        return reader.getName() + " " + reader.getPackage().getImplementationVersion();
    }
}
