package io.github.psbench.run;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.train.Recipe;
import io.github.psbench.train.StepMemory;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An estimate of the memory that a trial takes on its device, by stages of training. */
record MemoryNeed(List<StepMemory> stages) {
    private static final double GIBIBYTE = 1L << 30;

    static MemoryNeed of(Recipe recipe, PersonDataset dataset, ComputeDevice device) {
        return new MemoryNeed(
                StepMemory.of(recipe, dataset, device.isGpu() ? StepMemory.Overhead.GPU : StepMemory.Overhead.CPU));
    }

    /** Of the stage that takes most. */
    long bytes() {
        return stages.stream().mapToLong(StepMemory::bytes).max().orElse(0);
    }

    /** @throws Failure of kind RESOURCES if the device has less free memory, with the batches that would fit */
    void requireWithin(ComputeDevice device) {
        long free = device.freeBytes();
        if (bytes() > free) {
            throw new Failure(
                    ErrorKind.RESOURCES,
                    "%s has %s of free memory, and this trial needs about %s. %s"
                            .formatted(device.inWords(), inWords(free), inWords(bytes()), remedy(free)),
                    null);
        }
    }

    private String remedy(long free) {
        List<StepMemory> tooLarge =
                stages.stream().filter(stage -> stage.bytes() > free).toList();
        if (tooLarge.stream().anyMatch(stage -> stage.batchWithin(free) == 0)) {
            return "No batch would fit: end what else is using it, or choose another device.";
        }
        return tooLarge.stream()
                .map(stage -> "--set %s=%d".formatted(stage.batchKey(), stage.batchWithin(free)))
                .collect(Collectors.joining(
                        " ", "End what else is using it, or make the batch smaller, which is another trial: ", "."));
    }

    private static String inWords(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / GIBIBYTE);
    }
}
