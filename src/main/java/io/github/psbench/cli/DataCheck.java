package io.github.psbench.cli;

import io.github.psbench.base.IoReason;
import io.github.psbench.base.Places;
import io.github.psbench.data.DataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks which data sets and weights are there, by their folders alone; {@code psbench data describe} reads them.
 *
 * @param places where to look; nothing needs to exist
 */
record DataCheck(Places places) {
    private static final String ONLY_IF_NAMED = "Only experiments that name it need it. ";

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        DatasetNames.all().forEach(source -> findings.add(dataset(source)));
        findings.add(weights());
        return findings;
    }

    private Finding dataset(DataSource source) {
        return source.missing(places)
                .map(reason -> Finding.warning(
                        source.name(),
                        reason,
                        ONLY_IF_NAMED + "psbench data get says where to get it and how to lay it out."))
                .orElseGet(() -> Finding.ok(
                        source.name(), "is there; `psbench data describe " + source.name() + "` checks all of it"));
    }

    private Finding weights() {
        Path folder = places.data().resolve("weights");
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
            return Finding.warning(
                    "weights", folder + " cannot be read: " + IoReason.of(e).why(), "Check its permissions.");
        }
    }
}
