package io.github.psbench.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.eval.Metric;
import io.github.psbench.report.table.Report;
import io.github.psbench.report.text.Json;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.run.StoredTrial;
import io.github.psbench.run.TrialFolder;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialResult;
import io.github.psbench.settings.SettingsJson;
import io.github.psbench.spec.Preset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the page's script draws from. */
final class PageData {
    private static final Map<String, String> PROTOCOL = Preset.of(Preset.PAPER).settings();

    private final Map<String, StoredTrial> stored;
    private final Path results;
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ObjectNode runs = JsonNodeFactory.instance.objectNode();

    private PageData(Map<String, StoredTrial> stored, Path results) {
        this.stored = stored;
        this.results = results;
    }

    /**
     * @param stored the store's trials by id
     * @param results the folder that holds the runs
     * @return JSON that may stand in a script element: there is no {@code <} in it
     */
    static String of(List<Exhibit> exhibits, Map<String, StoredTrial> stored, Path results) {
        PageData data = new PageData(stored, results);
        ArrayNode metrics = data.root.putArray("metrics");
        for (Metric metric : Metric.values()) {
            metrics.addObject().put("key", metric.key()).put("heading", metric.heading());
        }
        ObjectNode experiments = data.root.putObject("experiments");
        exhibits.forEach(exhibit -> experiments.set(Json.wellFormed(ReportPage.id(exhibit)), data.experiment(exhibit)));
        data.root.set("runs", data.runs);
        return Json.line(data.root).replace("<", "\\u003c");
    }

    private ObjectNode experiment(Exhibit exhibit) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = node.putArray("rows");
        for (String dataset : exhibit.experiment().datasets()) {
            Map<String, Map<String, String>> settings = settings(exhibit, dataset);
            for (String row : settings.keySet()) {
                ObjectNode entry = rows.addObject();
                // What the keys of its cells begin with, as HTML shows them.
                entry.put("key", PlainText.of(Report.key(dataset, row, "")));
                entry.put("row", PlainText.of(row));
                entry.put("dataset", PlainText.of(dataset));
                fill(entry, row, settings);
                ArrayNode trials = entry.putArray("trials");
                exhibit.outcomes().stream()
                        .filter(outcome -> isOf(outcome, dataset, row))
                        .forEach(outcome -> fill(trials.addObject(), outcome));
            }
        }
        return node;
    }

    private static boolean isOf(TrialOutcome outcome, String dataset, String row) {
        return outcome.spec().dataset().equals(dataset) && outcome.spec().row().equals(row);
    }

    /** Of each row that has trials on the data set. */
    private static Map<String, Map<String, String>> settings(Exhibit exhibit, String dataset) {
        Map<String, Map<String, String>> settings = new LinkedHashMap<>();
        exhibit.outcomes().stream()
                .map(TrialOutcome::spec)
                .filter(spec -> spec.dataset().equals(dataset))
                .forEach(spec ->
                        settings.computeIfAbsent(spec.row(), unseen -> RunFacts.texts(SettingsJson.of(spec.recipe()))));
        return settings;
    }

    private static void fill(ObjectNode entry, String row, Map<String, Map<String, String>> settings) {
        Map<String, String> own = settings.getOrDefault(row, Map.of());
        List<Map<String, String>> others = settings.entrySet().stream()
                .filter(other -> !other.getKey().equals(row))
                .map(Map.Entry::getValue)
                .toList();
        ArrayNode apart = entry.putArray("apart");
        for (SettingApart setting : SettingApart.of(own, others, PROTOCOL)) {
            apart.addArray()
                    .add(setting.key())
                    .add(setting.value())
                    .add(setting.others())
                    .add(setting.preset());
        }
        entry.put("others", others.size());
        ObjectNode all = entry.putObject("settings");
        own.forEach(all::put);
    }

    private void fill(ObjectNode node, TrialOutcome outcome) {
        node.put("seed", outcome.spec().seed());
        node.put("state", outcome.state().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        if (outcome.reason() != null) {
            node.put("reason", PlainText.of(outcome.reason()));
        }
        String id = outcome.id();
        TrialResult result = outcome.result();
        if (id == null) {
            return;
        }
        node.put("id", id);
        StoredTrial trial = stored.get(id);
        if (result != null && trial != null && !runs.has(id)) {
            runs.set(id, RunFacts.of(new TrialFolder(trial), result, results));
        }
    }
}
