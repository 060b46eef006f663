package io.github.psbench.spec;

import io.github.psbench.settings.SettingsReader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of data sets as a paper prints them, such as Table 1 of ASMR.
 *
 * @param title the paper's title, venue and year, for a caption
 * @param datasets by name, in the paper's order
 */
public record PublishedCounts(String title, Map<String, Counts> datasets) {
    /**
     * @param note what a reader has to know of these numbers, whole sentences; null if nothing
     */
    public record Counts(
            int trainCategories,
            int testCategories,
            int unseenCategories,
            int trainImages,
            int testImages,
            @Nullable String note) {}

    /**
     * @param file such as {@code experiments/papers/asmr-iccv2021.yaml}
     * @throws io.github.psbench.base.Failure of kind USAGE with every mistake of the file, a line each
     */
    public static PublishedCounts read(Path file) {
        PaperFile paper = SettingsReader.read(file, PaperFile.class);
        Map<String, Counts> datasets = new LinkedHashMap<>();
        paper.counts()
                .forEach((dataset, counts) -> datasets.put(
                        dataset,
                        new Counts(
                                counts.trainCategories(),
                                counts.testCategories(),
                                counts.unseenCategories(),
                                counts.trainImages(),
                                counts.testImages(),
                                counts.note())));
        return new PublishedCounts(paper.caption(), Collections.unmodifiableMap(datasets));
    }
}
