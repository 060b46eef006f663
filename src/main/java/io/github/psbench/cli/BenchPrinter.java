package io.github.psbench.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.bench.Benchmark;
import io.github.psbench.bench.Comparison;
import io.github.psbench.bench.Samples;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.report.text.Json;
import io.github.psbench.train.Precision;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints what was measured: as text, each benchmark when it is done; as JSON, at the end, with every sample. */
final class BenchPrinter {
    private static final double MEBIBYTE = 1 << 20;

    private final OutputFormat format;
    private final PrintWriter out;
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ArrayNode benchmarks;

    BenchPrinter(ComputeDevice device, Precision precision, OutputFormat format, PrintWriter out) {
        this.format = format;
        this.out = out;
        String precisionInWords = precision.name().toLowerCase(Locale.ROOT);
        document.put("device", device.inWords())
                .put("threads", device.threads())
                .put("precision", precisionInWords);
        if (format == OutputFormat.TEXT) {
            out.printf(
                    "On %s, %d thread%s, %s%n",
                    device.inWords(), device.threads(), device.threads() == 1 ? "" : "s", precisionInWords);
            out.flush();
        }
        benchmarks = document.putArray("benchmarks");
    }

    void add(Comparison comparison) {
        switch (format) {
            case TEXT -> print(comparison);
            case JSON -> benchmarks.add(json(comparison));
        }
    }

    void end() {
        if (format == OutputFormat.JSON) {
            out.print(Json.text(document));
            out.flush();
        }
    }

    private void print(Comparison comparison) {
        Benchmark benchmark = comparison.benchmark();
        out.printf(
                "%s, n = %d%n", benchmark.name(), comparison.psbench().seconds().size());
        print("psbench", comparison.psbench(), benchmark);
        Samples peer = comparison.peer();
        Samples.Spread ratio = comparison.ratio();
        if (peer != null && ratio != null) {
            print(peer.version(), peer, benchmark);
            out.printf(
                    Locale.ROOT, "  %-20s %.2f [%.2f, %.2f]%n", "ratio", ratio.median(), ratio.lower(), ratio.upper());
        }
        out.flush();
    }

    private void print(String side, Samples samples, Benchmark benchmark) {
        Samples.Spread spread = samples.spread();
        out.printf(
                Locale.ROOT,
                "  %-20s %s [%s, %s]  %s %s/s%s%n",
                side,
                seconds(spread.median()),
                seconds(spread.lower()),
                seconds(spread.upper()),
                number(benchmark.items() / spread.median()),
                benchmark.unit(),
                samples.peakBytes() == 0
                        ? ""
                        : String.format(Locale.ROOT, "  peak %,.0f MiB", samples.peakBytes() / MEBIBYTE));
    }

    /** With three or four digits. */
    private static String seconds(double seconds) {
        if (seconds >= 1) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        return seconds >= 0.1
                ? String.format(Locale.ROOT, "%.0f ms", seconds * 1e3)
                : String.format(Locale.ROOT, "%.2f ms", seconds * 1e3);
    }

    private static String number(double value) {
        return value >= 100 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.1f", value);
    }

    private static ObjectNode json(Comparison comparison) {
        Benchmark benchmark = comparison.benchmark();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", benchmark.name());
        node.put("items", benchmark.items());
        node.put("unit", benchmark.unit());
        node.set("psbench", json(comparison.psbench()));
        Samples peer = comparison.peer();
        node.set("peer", peer == null ? null : json(peer));
        Samples.Spread ratio = comparison.ratio();
        node.set("ratio", ratio == null ? null : json(ratio));
        return node;
    }

    private static ObjectNode json(Samples samples) {
        ObjectNode node = json(samples.spread());
        node.put("version", samples.version());
        node.put("peakBytes", samples.peakBytes() == 0 ? null : (Long) samples.peakBytes());
        ArrayNode seconds = node.putArray("seconds");
        samples.seconds().forEach(seconds::add);
        return node;
    }

    private static ObjectNode json(Samples.Spread spread) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("median", spread.median())
                .put("lowerQuartile", spread.lower())
                .put("upperQuartile", spread.upper());
    }
}
