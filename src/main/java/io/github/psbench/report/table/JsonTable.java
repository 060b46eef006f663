package io.github.psbench.report.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.eval.Metric;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.report.statistics.ConfidenceInterval;
import io.github.psbench.report.statistics.PairedTest;
import io.github.psbench.report.statistics.Place;
import io.github.psbench.report.statistics.Sample;
import io.github.psbench.report.statistics.SeedValue;
import io.github.psbench.report.text.Json;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialResult;
import io.github.psbench.run.TrialState;
import io.github.psbench.spec.Published;
import java.util.List;

/** JSON with every raw value. Keys without a value are left out: there is no {@code sd} and no {@code interval} where n is 1. */
final class JsonTable {
    private JsonTable() {}

    static String of(Table table) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        Json.put(root, "name", table.experiment().name());
        Json.put(root, "title", table.experiment().title());
        Json.put(root, "profile", table.experiment().profile());
        ArrayNode overrides = root.putArray("overrides");
        table.experiment().overrides().forEach(override -> overrides.add(Json.wellFormed(override)));
        ArrayNode seeds = root.putArray("seeds");
        table.experiment().seeds().forEach(seeds::add);
        Published published = table.experiment().published();
        if (published != null) {
            ObjectNode paper = root.putObject("published");
            Json.put(paper, "paper", published.paper());
            Json.put(paper, "table", published.table());
            Json.put(paper, "title", published.title());
        }
        root.put("digest", table.digest());
        Json.put(root, "metric", table.experiment().metric().key());
        root.put("ddof", 1);
        root.put("confidence", ConfidenceInterval.CONFIDENCE);
        root.put("tolerance", table.experiment().tolerance());
        if (table.experiment().reference() != null) {
            Json.put(root, "reference", table.experiment().reference());
            root.put("test", PairedTest.RULE);
            root.put("correction", "Holm");
            root.put("level", PairedTest.LEVEL);
        }
        ArrayNode sections = root.putArray("sections");
        table.sections().forEach(section -> fill(sections.addObject(), section));
        ArrayNode trials = root.putArray("trials");
        table.trials().forEach(trial -> fill(trials.addObject(), trial));
        if (table.claims() != null) {
            ClaimsJson.fill(root, table.claims());
        }
        return Json.text(root);
    }

    private static void fill(ObjectNode node, Table.Section section) {
        Json.put(node, "dataset", section.dataset());
        ArrayNode rows = node.putArray("rows");
        for (int row = 0; row < section.rows().size(); row++) {
            fill(rows.addObject(), section, row);
        }
        ArrayNode comparisons = node.putArray("comparisons");
        for (Comparison comparison : section.comparisons()) {
            ObjectNode entry = comparisons.addObject();
            Json.put(entry, "row", comparison.row());
            Json.put(entry, "published", comparison.published());
            entry.put("comparable", comparison.comparable());
            comparison.obstacles().forEach(obstacle -> entry.withArray("/obstacles")
                    .add(Json.wellFormed(obstacle)));
            ObjectNode numbers = entry.putObject("numbers");
            for (Comparison.Score number : comparison.numbers()) {
                ObjectNode beside = numbers.putObject(number.metric().key());
                beside.put("published", number.published());
                if (comparison.comparable()) {
                    beside.put("difference", number.difference());
                }
                beside.put("verdict", number.verdict().word());
            }
        }
    }

    private static void fill(ObjectNode node, Table.Section section, int index) {
        Row row = section.rows().get(index);
        Json.put(node, "name", row.name());
        if (row instanceof Row.FromPaper paper) {
            node.put("source", "published");
            node.put("ours", paper.ours());
            Json.put(node, "averagePrecision", paper.averagePrecision());
            Json.put(node, "protocol", paper.protocol());
        } else if (row instanceof Row.FromTrials trials) {
            node.put("source", "measured");
            Json.put(node, "protocol", trials.protocol());
            ObjectNode counts = node.putObject("trials");
            for (TrialState state : TrialState.values()) {
                counts.put(TrialCounts.word(state), trials.counts().byState().getOrDefault(state, 0));
            }
        }
        row.cells().forEach((split, byMetric) -> {
            ObjectNode cells = node.putObject(split == Split.ALL ? "cells" : split.key());
            byMetric.forEach((metric, cell) -> {
                fill(cells, metric, cell);
                if (cells.get(metric.key()) instanceof ObjectNode filled) {
                    fill(filled, section.standing(index, new Column(metric, split)));
                }
            });
        });
    }

    private static void fill(ObjectNode node, Standing standing) {
        if (standing.place() != Place.OTHER) {
            node.put("place", standing.place() == Place.BEST ? "best" : "second");
        }
        Significance significance = standing.significance();
        if (significance != null) {
            ObjectNode test = node.putObject("againstReference");
            test.put("n", significance.differences().size());
            test.put("difference", SeedValue.sample(significance.differences()).mean());
            test.put("p", significance.p());
            test.put("pHolm", significance.corrected());
            test.put(
                    "mark",
                    switch (significance.mark()) {
                        case Significance.ABOVE -> "above";
                        case Significance.BELOW -> "below";
                        default -> "none";
                    });
        }
    }

    private static void fill(ObjectNode cells, Metric metric, Cell cell) {
        if (cell instanceof Cell.PublishedNumber number) {
            cells.putObject(metric.key()).put("value", number.percent());
        } else if (cell instanceof Cell.Measured measured) {
            fill(cells.putObject(metric.key()), measured.values());
        } else if (cell instanceof Cell.Missing missing) {
            cells.putObject(metric.key()).put("missing", missing.text());
        }
    }

    /** Mean, deviation, 95 % interval and raw values. */
    static void fill(ObjectNode node, List<SeedValue> seeds) {
        Sample sample = SeedValue.sample(seeds);
        node.put("mean", sample.mean());
        sample.standardDeviation().ifPresent(deviation -> node.put("sd", deviation));
        node.put("n", sample.size());
        ConfidenceInterval.of(sample)
                .ifPresent(interval ->
                        node.putObject("interval").put("low", interval.low()).put("high", interval.high()));
        ArrayNode values = node.putArray("values");
        for (SeedValue seed : seeds) {
            values.addObject().put("seed", seed.seed()).put("value", seed.value());
        }
    }

    private static void fill(ObjectNode node, TrialOutcome trial) {
        if (trial.id() != null) {
            Json.put(node, "id", trial.id());
        }
        Json.put(node, "row", trial.spec().row());
        Json.put(node, "dataset", trial.spec().dataset());
        node.put("seed", trial.spec().seed());
        node.put("state", TrialCounts.word(trial.state()));
        if (trial.reason() != null) {
            Json.put(node, "reason", trial.reason());
        }
        TrialResult result = trial.result();
        if (result != null) {
            for (Split split : Split.values()) {
                RetrievalScores scores = split.of(result);
                if (scores != null) {
                    fill(node.putObject(split == Split.ALL ? "scores" : split.key()), scores);
                }
            }
        }
    }

    private static void fill(ObjectNode node, RetrievalScores scores) {
        for (Metric metric : Metric.values()) {
            node.put(metric.key(), metric.of(scores));
        }
        node.put("queries", scores.queries());
        node.put("queriesWithoutMatch", scores.queriesWithoutMatch());
        node.put("gallery", scores.gallery());
        node.put("ties", scores.ties());
    }
}
