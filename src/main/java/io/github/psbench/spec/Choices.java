package io.github.psbench.spec;

import io.github.psbench.settings.Located;
import io.github.psbench.settings.Place;
import io.github.psbench.settings.Problems;
import io.github.psbench.settings.YamlReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line changes in an experiment file.
 *
 * @param profile null: the file's own default
 * @param datasets which of the file's data sets to use, also others than the profile's; empty: those of the profile
 * @param seeds empty: those of the profile, or else of the file
 * @param rows which of the file's rows to use, also others than the profile's; names separated by commas. With a sweep a declared row is meant
 *     at all its points, and "Ours, lambda = 4" is a single one; empty: those of the profile
 * @param settings "loss.asmr.lambda=4"; the value is YAML; applied last, to every trial; a later one wins
 */
public record Choices(
        @Nullable String profile, List<String> datasets, List<Long> seeds, List<String> rows, List<String> settings) {
    /** Nothing changed. */
    public static final Choices NONE = new Choices(null, List.of(), List.of(), List.of(), List.of());

    public Choices {
        datasets = List.copyOf(datasets);
        seeds = List.copyOf(seeds);
        rows = List.copyOf(rows);
        settings = List.copyOf(settings);
    }

    /**
     * Seeds as a user writes them: {@code 3}, {@code 0..4} or {@code 0,7..9}.
     *
     * @throws io.github.psbench.base.Failure of kind USAGE if the text is none of these
     */
    public static List<Long> seedsFrom(String text) {
        Problems problems = new Problems();
        Place place = Place.whole("--seeds " + text);
        Located written = YamlReader.read("[" + text + "]", place, problems);
        List<Long> seeds = written == null ? List.of() : Seeds.read(written, problems);
        problems.throwIfAny();
        return List.copyOf(seeds);
    }
}
