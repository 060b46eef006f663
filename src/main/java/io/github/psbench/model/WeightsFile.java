package io.github.psbench.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import io.github.psbench.base.Safetensors;
import io.github.psbench.base.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/**
 * A safetensors file on this machine.
 *
 * @param omit what of it is left out
 */
record WeightsFile(Path path, Omission omit) {
    /** PyTorch counts the batches that made the running statistics; with a fixed momentum nothing depends on it. */
    private static final String BATCH_COUNT = ".num_batches_tracked";

    /** @throws Failure of kind DATA if there is no such file */
    String digest() {
        if (!Files.isRegularFile(path)) {
            throw Failure.data(
                    "The weights file %s does not exist. Check the path; a relative one begins at the folder %s.",
                    path, Path.of("").toAbsolutePath());
        }
        try {
            return Sha256.ofFile(path);
        } catch (IOException e) {
            throw new Failure(
                    ErrorKind.DATA,
                    "The weights file %s cannot be read: %s."
                            .formatted(path, IoReason.of(e).why()),
                    e);
        }
    }

    /**
     * Loads all of a network's tensors.
     *
     * @throws Failure of kind DATA that lists every missing, unexpected and misshapen tensor
     */
    void load(Backbone backbone, Network network) {
        try (NDManager manager = network.newManager()) {
            SortedMap<String, NDArray> tensors = Safetensors.read(path, manager);
            tensors.keySet().removeIf(name -> name.endsWith(BATCH_COUNT) || omit.covers(name));
            List<String> misfits = network.misfits(tensors);
            if (!misfits.isEmpty()) {
                throw Failure.data(
                        "%s does not hold the tensors of %s; nothing was loaded:%n%s%n"
                                + "Tensors that are to be left out, such as a classifier, can be named under omit.",
                        path,
                        backbone.name(),
                        String.join(
                                "\n", misfits.stream().map(line -> "  " + line).toList()));
            }
            network.set(tensors);
        }
    }
}
