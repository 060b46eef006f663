package io.github.psbench.run;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** What a trial ran on: whatever could explain that two machines' numbers differ. */
final class Environment {
    private Environment() {}

    static ObjectNode capture() {
        ObjectNode environment = JsonNodeFactory.instance.objectNode();
        environment.put("psbench", Environment.class.getPackage().getImplementationVersion());
        environment.put("gitCommit", git("rev-parse", "HEAD"));
        String changes = git("status", "--porcelain", "--untracked-files=no");
        if (changes != null) {
            environment.put("gitDirty", !changes.isEmpty());
        }
        environment.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        environment.put("architecture", System.getProperty("os.arch"));
        environment.put("processor", processor());
        environment.put("cores", Runtime.getRuntime().availableProcessors());
        environment.put("jdk", Runtime.version().toString());
        environment.put("engine", Engine.getInstance().getEngineName() + " by DJL " + Engine.getDjlVersion());
        environment.put("libtorch", Engine.getInstance().getVersion());
        environment.put("device", "cpu");
        environment.put("threads", JniUtils.getNumThreads());
        environment.put("jpegDecoder", jpegDecoder());
        environment.put("resize", "antialiased, 8 bits between the passes");
        return environment;
    }

    private static @Nullable String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 ? output : null;
        } catch (IOException e) {
            return null; // no git on this machine
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
