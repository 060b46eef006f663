package io.github.psbench.device;

import io.github.psbench.base.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code --device} asks for.
 *
 * @param text "auto": all GPUs, the processor where there are none or where the engine cannot use them; "cpu"; "gpu": all GPUs; "gpu:0,2":
 *     these
 * @param threads see {@link ComputeDevice}
 */
public record DeviceChoice(String text, int threads) {
    private static final int MOST_THREADS = 1024;
    private static final Pattern FORM = Pattern.compile("auto|cpu|gpu|gpu:\\d{1,4}(,\\d{1,4})*");

    /** @throws Failure of kind USAGE if the text is none of the above, or if there are to be less than one or more than 1,024 threads */
    public DeviceChoice {
        if (!FORM.matcher(text).matches()) {
            throw Failure.usage("--device must be auto, cpu, gpu, or a list of GPUs such as gpu:0,2; got '%s'.", text);
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw Failure.usage("--threads must be in 1..%d, got %d.", MOST_THREADS, threads);
        }
    }

    /**
     * The devices that are meant, at least one.
     *
     * @param natives of the engine, for this process's {@code environment}
     * @throws Failure of kind USAGE if a GPU is asked for that is not there; of kind RESOURCES if the engine cannot use GPUs
     */
    public List<ComputeDevice> among(
            DeviceInventory inventory, EngineNatives natives, Map<String, String> environment) {
        if (text.equals("cpu") || (text.equals("auto") && !natives.usesCuda(environment))) {
            return List.of(ComputeDevice.cpu(threads));
        }
        List<Gpu> gpus = inventory.gpus();
        if (text.equals("auto") && gpus.isEmpty()) {
            return List.of(ComputeDevice.cpu(threads));
        }
        if (gpus.isEmpty()) {
            throw Failure.usage(
                    "--device %s: there is no GPU that this process may use. nvidia-smi must list one, and %s, if it is set, must name it."
                            + " --device cpu computes on the processor.",
                    text, NvidiaSmi.VISIBLE);
        }
        if (!natives.usesCuda(environment)) {
            throw Failure.resources(
                    "--device %s: the engine has %s, and cannot use GPUs. README, \"GPUs\", gives three ways to one for CUDA.",
                    text, natives.source(environment));
        }
        return chosen(gpus);
    }

    private List<ComputeDevice> chosen(List<Gpu> gpus) {
        if (!text.contains(":")) {
            return gpus.stream().map(gpu -> new ComputeDevice(gpu, threads)).toList();
        }
        List<ComputeDevice> chosen = new ArrayList<>();
        for (String index : text.substring(text.indexOf(':') + 1).split(",", -1)) {
            int number = Integer.parseInt(index);
            if (number >= gpus.size()) {
                throw Failure.usage(
                        "--device %s: there is no GPU %d. There are: %s.",
                        text,
                        number,
                        gpus.stream()
                                .map(gpu -> new ComputeDevice(gpu, threads).inWords())
                                .collect(Collectors.joining(", ")));
            }
            ComputeDevice device = new ComputeDevice(gpus.get(number), threads);
            if (chosen.contains(device)) {
                throw Failure.usage(
                        "--device %s names GPU %d twice. --per-device runs several trials on it.", text, number);
            }
            chosen.add(device);
        }
        return chosen;
    }
}
