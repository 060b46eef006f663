package io.github.psbench.run;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.device.GlobalContext;
import io.github.psbench.device.Gpu;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    /** The widest first, of those that libtorch has code for. */
    private static final List<String> VECTORS = List.of("avx512f", "avx2");

    static final String TRIALS_AT_ONCE = "trialsAtOnce";

    /** @param trialsAtOnce how many the runner has on this machine, at most; null if there is none that would know */
    static Environment capture(ComputeDevice device, @Nullable Integer trialsAtOnce) {
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
        environment.put("device", device.inWords());
        environment.put("threads", JniUtils.getNumThreads());
        environment.put(TRIALS_AT_ONCE, trialsAtOnce);
        environment.put("jpegDecoder", jpegDecoder());
        environment.put("resize", "antialiased, 8 bits between the passes");
        Gpu gpu = device.gpu();
        environment.put("driver", gpu == null ? null : gpu.driver());
        environment.put("gpu", gpu == null ? null : gpu.uuid());
        if (gpu != null) {
            GlobalContext context = GlobalContext.ofEngine();
            environment.put("tf32", context.allowsTf32());
            environment.put("deterministic", context.isDeterministic());
        }
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

    /** "AMD EPYC, family 25, model 17, with avx512f": processors of one name differ in what they add in one go, and so in last bits. */
    private static @Nullable String processor() {
        Path information = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(information)) {
            return null;
        }
        Map<String, String> first = new HashMap<>();
        try {
            for (String line : Files.readAllLines(information)) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    first.putIfAbsent(
                            line.substring(0, colon).strip(),
                            line.substring(colon + 1).strip());
                }
            }
        } catch (IOException e) {
            return null;
        }
        List<String> flags = List.of(first.getOrDefault("flags", "").split(" "));
        return Stream.of(
                        Optional.ofNullable(first.get("model name")),
                        Optional.ofNullable(first.get("cpu family")).map(family -> "family " + family),
                        Optional.ofNullable(first.get("model")).map(model -> "model " + model),
                        VECTORS.stream().filter(flags::contains).findFirst().map(vectors -> "with " + vectors))
                .flatMap(Optional::stream)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), words -> words.isEmpty() ? null : words));
    }

    private static String jpegDecoder() {
        Class<?> reader = ImageIO.getImageReadersByFormatName("jpeg").next().getClass();
        return reader.getName() + " " + reader.getPackage().getImplementationVersion();
    }
}
