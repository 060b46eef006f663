package io.github.psbench.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.base.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Against SciPy and statsmodels on 20 random cases; the README beside cases.json says how those were made. */
class StatisticsTest {
    private final Map<String, Double> worst = new LinkedHashMap<>();

    @Test
    void everyNumberIsThatOfSciPyAndStatsmodels() throws IOException {
        List<Double> p = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        for (JsonNode entry : cases()) {
            Sample sample = new Sample(values(entry, "a"));
            ConfidenceInterval interval = ConfidenceInterval.of(sample).orElseThrow();
            compare("mean", sample.mean(), entry.get("mean").doubleValue());
            compare(
                    "sd",
                    sample.standardDeviation().orElseThrow(),
                    entry.get("sd").doubleValue());
            compare("interval, low", interval.low(), entry.get("low").doubleValue());
            compare("interval, high", interval.high(), entry.get("high").doubleValue());
            List<SeedValue> differences = SeedValue.differences(seeds(entry, "a"), seeds(entry, "b"));
            p.add(PairedTest.p(SeedValue.sample(differences)));
            boolean exact = differences.size() >= 10 && differences.size() <= 20;
            compare(
                    exact ? "p, exact permutations" : "p, paired t",
                    p.get(p.size() - 1),
                    entry.get("p").doubleValue());
            expected.add(entry.get("holm").doubleValue());
        }
        List<Double> corrected = Holm.corrected(p);
        IntStream.range(0, p.size()).forEach(i -> compare("p, Holm", corrected.get(i), expected.get(i)));

        StringBuilder table = new StringBuilder("| | worst relative difference |\n| --- | ---: |\n");
        worst.forEach(
                (name, difference) -> table.append(String.format(Locale.ROOT, "| %s | %.1e |\n", name, difference)));
        WholeFile.write(Path.of("target", "statistics.md"), table.toString());
        assertThat(p).hasSize(20);
        assertThat(worst).hasSize(7).allSatisfy((name, difference) -> assertThat(difference)
                .as(name)
                .isLessThan(name.startsWith("p") ? 1e-9 : 1e-12));
    }

    private void compare(String name, double ours, double theirs) {
        worst.merge(name, Math.abs(ours - theirs) / Math.abs(theirs), Math::max);
    }

    private static JsonNode cases() throws IOException {
        try (InputStream file = Objects.requireNonNull(StatisticsTest.class.getResourceAsStream("cases.json"))) {
            return new ObjectMapper().readTree(file);
        }
    }

    private static List<Double> values(JsonNode entry, String key) {
        return StreamSupport.stream(entry.get(key).spliterator(), false)
                .map(JsonNode::doubleValue)
                .toList();
    }

    private static List<SeedValue> seeds(JsonNode entry, String key) {
        List<Double> values = values(entry, key);
        return IntStream.range(0, values.size())
                .mapToObj(seed -> new SeedValue(seed, values.get(seed)))
                .toList();
    }
}
