package io.github.psbench.spec;

import io.github.psbench.settings.Located;
import io.github.psbench.settings.Problems;
import io.github.psbench.settings.SettingsReader;
import io.github.psbench.settings.Suggestion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the published table that an experiment's {@code paper} names. */
final class PublishedReader {
    private static final Pattern REFERENCE = Pattern.compile("([a-z0-9][a-z0-9-]*)#([a-z0-9][a-z0-9-]*)");

    private PublishedReader() {}

    /**
     * @param experiment the experiment's file, beside which {@code papers/} lies
     * @return null if it cannot be read, and then {@code problems} says why
     */
    static @Nullable Published read(Path experiment, Located.Scalar reference, Problems problems) {
        Matcher parts = REFERENCE.matcher(reference.text());
        if (!parts.matches()) {
            problems.add(reference.place(), "paper must be like asmr-iccv2021#table2, got %s", reference.described());
            return null;
        }
        Path file = experiment.resolveSibling("papers").resolve(parts.group(1) + ".yaml");
        if (!Files.exists(file)) {
            problems.add(reference.place(), "there is no %s with what the paper published", file);
            return null;
        }
        PaperFile paper = SettingsReader.read(file, PaperFile.class, problems);
        if (paper == null) {
            return null;
        }
        String name = parts.group(2);
        PaperFile.Table table = paper.tables().get(name);
        if (table == null) {
            problems.add(
                    reference.place(),
                    "%s has no '%s'%s",
                    file,
                    name,
                    Suggestion.after(name, paper.tables().keySet()));
            return null;
        }
        return new Published(
                parts.group(1),
                name,
                paper.caption(),
                table.rows().stream().map(PublishedReader::row).toList());
    }

    private static Published.Row row(PaperFile.Row row) {
        Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
        row.scores().forEach((dataset, printed) -> {
            Map<String, Double> byMetric = new LinkedHashMap<>();
            put(byMetric, "rank1", printed.rank1());
            put(byMetric, "rank5", printed.rank5());
            put(byMetric, "rank10", printed.rank10());
            put(byMetric, "map", printed.map());
            scores.put(dataset, Collections.unmodifiableMap(byMetric));
        });
        return new Published.Row(
                row.name(),
                row.ours(),
                row.averagePrecision().name().toLowerCase(Locale.ROOT),
                row.protocol(),
                Collections.unmodifiableMap(scores),
                Collections.unmodifiableMap(row.minutes()));
    }

    private static void put(Map<String, Double> scores, String metric, @Nullable Double score) {
        if (score != null) {
            scores.put(metric, score);
        }
    }
}
