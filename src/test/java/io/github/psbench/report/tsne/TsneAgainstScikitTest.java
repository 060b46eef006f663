package io.github.psbench.report.tsne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.psbench.base.Progress;
import io.github.psbench.base.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Maps the same points by both implementations, exactly and by Barnes-Hut. {@code make test-tsne} runs it, and
 * {@code make test-tsne TRIAL=results/runs/ID} with the gallery of a trial as well.
 *
 * <p>Descents end in different minima, whoever does them: so the divergence may be five percent above scikit-learn's and the
 * trustworthiness a hundredth below, no more; both may be better. For one and the same map both must measure the same trustworthiness, to
 * 1e-9 but for equally distant points, of which digits have some and which scikit-learn counts in any order.
 */
@Tag("tsne")
class TsneAgainstScikitTest {
    private static final double DIVERGENCE = 1.05;
    private static final double TRUST = 0.01;
    private static final double SAME_MEASURE = 1e-4;
    private static final int NEIGHBOURS = 12;
    private static final TsneOptions OPTIONS = new TsneOptions(30, 1000, 1, TsneOptions.Start.PRINCIPAL_AXES);

    /** One map of ours. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    private record Mapped(String name, double[][] points, TsneMap map, double seconds) {}

    @Test
    void mapsAreAsGoodAsThoseOfScikitLearn(@TempDir Path folder) throws IOException, InterruptedException {
        ScikitLearn scikit = ScikitLearn.in(folder);
        List<Mapped> all = new ArrayList<>();
        List<Map<String, Object>> jobs = new ArrayList<>();
        for (Map.Entry<String, double[][]> data : data(scikit).entrySet()) {
            String file = "points" + all.size() + ".f64";
            scikit.write(file, data.getValue());
            for (boolean exact : new boolean[] {true, false}) {
                Mapped mapped = map(data.getKey(), data.getValue(), exact);
                jobs.add(Map.of(
                        "points",
                        file,
                        "dimension",
                        data.getValue()[0].length,
                        "perplexity",
                        OPTIONS.perplexity(),
                        "iterations",
                        OPTIONS.iterations(),
                        "method",
                        exact ? "exact" : "barnes_hut",
                        "ours",
                        "ours" + all.size() + ".f64",
                        "theirs",
                        "theirs" + all.size() + ".f64"));
                scikit.write("ours" + all.size() + ".f64", mapped.map().positions());
                all.add(mapped);
            }
        }
        JsonNode measured = scikit.measure(jobs);
        StringBuilder report =
                new StringBuilder(heading(measured.get(0).path("version").asText()));
        List<Runnable> checks = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            compare(all.get(i), measured.get(i), scikit.read("theirs" + i + ".f64", 2), report, checks);
        }
        Files.writeString(Path.of("target", "tsne.md"), report);
        checks.forEach(Runnable::run);
    }

    private static Map<String, double[][]> data(ScikitLearn scikit) throws IOException, InterruptedException {
        Map<String, double[][]> data = new LinkedHashMap<>();
        data.put("clusters (n = 1,000, d = 50)", SomePoints.clusters(1000, 50, 10, 42));
        data.put("digits (n = 1,797, d = 64)", scikit.digits());
        String trial = System.getProperty("tsne.trial", "");
        if (!trial.isBlank()) {
            double[][] gallery = gallery(Path.of(trial, "gallery.safetensors"));
            data.put(
                    String.format(Locale.ROOT, "gallery (n = %,d, d = %d)", gallery.length, gallery[0].length),
                    gallery);
        }
        return data;
    }

    private static double[][] gallery(Path file) {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray embeddings =
                    Objects.requireNonNull(Safetensors.read(file, manager).get("embeddings"));
            int width = Math.toIntExact(embeddings.getShape().get(1));
            float[] values = embeddings.toFloatArray();
            double[][] rows = new double[values.length / width][width];
            for (int i = 0; i < values.length; i++) {
                rows[i / width][i % width] = values[i];
            }
            return rows;
        }
    }

    private static Mapped map(String name, double[][] points, boolean exact) {
        // Once for the compiler of the JVM, which a short program waits for and a figure hardly does.
        Tsne.map(Arrays.copyOf(points, 500), OPTIONS, exact, Progress.SILENT, name);
        long begin = System.nanoTime();
        TsneMap map = Tsne.map(points, OPTIONS, exact, Progress.SILENT, name);
        return new Mapped(name, points, map, (System.nanoTime() - begin) / 1e9);
    }

    private static String heading(String version) {
        return """
                t-SNE of psbench and of scikit-learn %s on the same points: perplexity %s, %d iterations, start from principal axes.
                KL is of each map's own objective and, as "exact KL", of both by the exact one; trustworthiness is over %d neighbours, as
                scikit-learn measures it.

                | points | method | KL | KL, scikit-learn | exact KL | exact KL, scikit-learn | trustworthiness | scikit-learn | seconds | scikit-learn |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                """.formatted(version, OPTIONS.perplexity(), OPTIONS.iterations(), NEIGHBOURS);
    }

    private static void compare(
            Mapped ours, JsonNode theirs, double[][] theirMap, StringBuilder report, List<Runnable> checks) {
        ExactObjective objective =
                ExactObjective.of(new Distances(ours.points()), OPTIONS.perplexity(), Progress.SILENT.begin("", 1));
        double exact = objective.divergence(SomePoints.flat(ours.map().positions()));
        double theirExact = objective.divergence(SomePoints.flat(theirMap));
        double trust = theirs.path("trustworthinessOfOurs").asDouble();
        double theirTrust = theirs.path("trustworthiness").asDouble();
        String method = ours.map().exact() ? "exact" : "Barnes-Hut";
        report.append(String.format(
                Locale.ROOT,
                "| %s | %s | %.4f | %.4f | %.4f | %.4f | %.4f | %.4f | %.1f | %.1f |%n",
                ours.name(),
                method,
                ours.map().divergence(),
                theirs.path("divergence").asDouble(),
                exact,
                theirExact,
                trust,
                theirTrust,
                ours.seconds(),
                theirs.path("seconds").asDouble()));
        String what = ours.name() + ", " + method;
        checks.add(() -> {
            assertThat(exact).as(what + ": KL").isLessThan(DIVERGENCE * theirExact);
            assertThat(trust).as(what + ": trustworthiness").isGreaterThan(theirTrust - TRUST);
            assertThat(Trustworthiness.of(ours.points(), ours.map().positions(), NEIGHBOURS))
                    .as(what + ": trustworthiness of one map, by both")
                    .isCloseTo(trust, within(SAME_MEASURE));
            assertThat(Trustworthiness.of(ours.points(), theirMap, NEIGHBOURS))
                    .as(what + ": trustworthiness of scikit-learn's map, by both")
                    .isCloseTo(theirTrust, within(SAME_MEASURE));
        });
    }
}
