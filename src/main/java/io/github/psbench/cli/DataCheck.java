package io.github.psbench.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks which data sets and weights are there, by their folders alone; {@code psbench data describe} reads them.
 *
 * @param data the data root; need not exist
 */
record DataCheck(Path data) {
    private static final List<String> MARKET_FOLDERS =
            List.of("Market-1501-v15.09.15", "Market-1501", "market1501", "");
    private static final String ONLY_IF_NAMED = "Only experiments that name it need it. ";

    List<Finding> findings() {
        return List.of(Finding.ok("synthped", "is drawn by psbench itself, nothing to fetch"), market(), weights());
    }

    private Finding market() {
        Optional<Path> folder = MARKET_FOLDERS.stream()
                .map(data::resolve)
                .filter(place -> Files.isDirectory(place.resolve("bounding_box_train")))
                .findFirst();
        return folder.isPresent()
                ? Finding.ok(
                        "market1501", "in " + folder.get() + "; `psbench data describe market1501` checks all of it")
                : Finding.warning(
                        "market1501",
                        "not in " + data,
                        ONLY_IF_NAMED + "README.md says where to get it and how to lay it out.");
    }

    private Finding weights() {
        Path folder = data.resolve("weights");
        if (!Files.isDirectory(folder)) {
            return Finding.warning(
                    "weights",
                    "there is no folder " + folder,
                    "Only experiments with weights: imagenet need it. README.md says how to make the files.");
        }
        try (Stream<Path> files = Files.list(folder)) {
            String names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".safetensors"))
                    .sorted()
                    .collect(Collectors.joining(", "));
            return Finding.ok("weights", (names.isEmpty() ? "no .safetensors file" : names) + " in " + folder);
        } catch (IOException | UncheckedIOException e) {
            return Finding.warning("weights", folder + " cannot be read: " + e, "Check its permissions.");
        }
    }
}
