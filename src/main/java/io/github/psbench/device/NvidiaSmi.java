package io.github.psbench.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The GPUs that the driver's own program lists, in its order, as far as {@code CUDA_VISIBLE_DEVICES} lets this process see them. Asking it
 * loads nothing of CUDA into this process. Slices of a GPU (MIG) are not told apart.
 *
 * @param environment of this process
 */
public record NvidiaSmi(Map<String, String> environment) implements DeviceInventory {
    /** Which GPUs CUDA shows to a process, by index or UUID. */
    static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

    private static final List<String> COMMAND = List.of(
            "nvidia-smi",
            "--query-gpu=uuid,name,driver_version,memory.total,memory.free",
            "--format=csv,noheader,nounits");

    private static final long PATIENCE_SECONDS = 20;
    private static final int FIELDS = 5;
    private static final long MEBIBYTE = 1 << 20;

    @Override
    public List<Gpu> gpus() {
        return visible(listed(output()), environment.get(VISIBLE));
    }

    /** Empty where there is no such program, or where it has no driver to ask. */
    private static List<String> output() {
        try {
            Process process = new ProcessBuilder(COMMAND)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            // A handful of lines fits into the pipe, so the program ends whether or not they are read.
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return List.of();
            }
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? text.lines().toList() : List.of();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** A line a GPU; one that tells no memory, as a slice does, is left out. */
    static List<Gpu> listed(List<String> lines) {
        List<Gpu> gpus = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.strip().split(" *, *", -1);
            if (fields.length == FIELDS && fields[3].matches("\\d+") && fields[4].matches("\\d+")) {
                gpus.add(new Gpu(
                        gpus.size(),
                        fields[0],
                        fields[1],
                        fields[2],
                        Long.parseLong(fields[3]) * MEBIBYTE,
                        Long.parseLong(fields[4]) * MEBIBYTE));
            }
        }
        return gpus;
    }

    /** As CUDA reads the variable: the first that names no GPU ends the list. */
    static List<Gpu> visible(List<Gpu> all, @Nullable String variable) {
        if (variable == null) {
            return all;
        }
        Map<String, Gpu> visible = new LinkedHashMap<>();
        for (String token : variable.split(",", -1)) {
            Gpu gpu = named(all, token.strip());
            if (gpu == null || visible.containsKey(gpu.uuid())) {
                break;
            }
            visible.put(
                    gpu.uuid(),
                    new Gpu(visible.size(), gpu.uuid(), gpu.name(), gpu.driver(), gpu.totalBytes(), gpu.freeBytes()));
        }
        return List.copyOf(visible.values());
    }

    private static @Nullable Gpu named(List<Gpu> all, String token) {
        if (token.matches("\\d{1,4}")) {
            int index = Integer.parseInt(token);
            return index < all.size() ? all.get(index) : null;
        }
        return token.startsWith("GPU-")
                ? all.stream()
                        .filter(gpu -> gpu.uuid().startsWith(token))
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
