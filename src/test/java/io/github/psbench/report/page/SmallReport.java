package io.github.psbench.report.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.base.Progress;
import io.github.psbench.base.Sha256;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.report.figure.Figures;
import io.github.psbench.run.RunStore;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialResult;
import io.github.psbench.run.TrialState;
import io.github.psbench.settings.SettingsJson;
import io.github.psbench.spec.Choices;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.TrialSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two experiments and a store with their runs: one of plain names, one of names that look like markup. */
final class SmallReport {
    static final String MARKUP = "<script>document.title='taken'</script><b id=bold>bold</b>";
    static final String QUOTES = "\"'/% &amp; `${1+1}` --><!--";
    static final String TURNED = "invoice\u202Efdp.exe שלום";
    /** As long as a row's name may be. */
    static final String LONG = "x".repeat(200);

    static final String LONGER = "y".repeat(300);
    static final String IMAGE = "<img src=x onerror=\"document.title='taken'\">";
    static final String ABSENT_REASON = "no trial is finished.";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SETTINGS = """
            defaults:
              protocol: paper
              input: {height: 32, width: 16}
              backbone: {name: resnet-slim, weights: none}
              loss: {alignment: {scale: 12, margin: 0.2}, asmr: {lambda: 6}}
            seeds: 0..2
            figures: [weights]
            """;

    private final Path folder;
    private final List<Exhibit> exhibits = new ArrayList<>();

    /** @param folder for the experiment files, the store below {@code results}, and the figures */
    SmallReport(Path folder) throws IOException {
        this.folder = folder;
        add("plain", """
                title: A small table
                datasets: {synthped: {}}
                rows: {Ours: {}, Without ASMR: {loss.asmr: none}}
                claims: [{name: ASMR helps, better: Ours, than: Without ASMR}]
                """);
        ObjectNode hostile = JSON.createObjectNode();
        hostile.put("title", MARKUP);
        hostile.putObject("datasets").putObject(IMAGE).put("data", "synthped");
        ObjectNode rows = hostile.putObject("rows");
        for (String row : List.of(MARKUP, QUOTES, TURNED, LONG)) {
            rows.putObject(row);
        }
        ArrayNode claims = hostile.putArray("claims");
        claims.addObject()
                .put("name", LONGER)
                .put("better", MARKUP)
                .putArray("than")
                .add(QUOTES)
                .add(TURNED);
        StringBuilder yaml = new StringBuilder();
        hostile.properties().forEach(field -> yaml.append(field.getKey())
                .append(": ")
                .append(field.getValue())
                .append('\n'));
        add("hostile", yaml.toString());
    }

    Path results() {
        return folder.resolve("results");
    }

    List<Exhibit> exhibits() {
        return exhibits;
    }

    Path write(Path page) {
        return ReportPage.write(
                exhibits, List.of(new ReportPage.Absent(Path.of(IMAGE), ABSENT_REASON)), results(), page);
    }

    String html() {
        return ReportPage.html(exhibits, List.of(), results());
    }

    private void add(String name, String rest) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".yaml"), SETTINGS + rest);
        Experiment experiment = Experiment.read(file, Choices.NONE);
        List<TrialOutcome> outcomes = new ArrayList<>();
        for (TrialSpec spec : experiment.trials()) {
            outcomes.add(
                    name.equals("hostile") && spec.seed() == 2
                            ? new TrialOutcome(spec, null, TrialState.NO_DATA, null, null, MARKUP)
                            : finish(name, spec));
        }
        Figures.Written figures = Figures.write(
                experiment,
                outcomes,
                new RunStore(results()),
                spec -> {
                    throw new IllegalStateException("no figure here needs pictures");
                },
                folder.resolve("figures"),
                Progress.SILENT);
        exhibits.add(new Exhibit(file, List.of("--seeds", "0..2"), experiment, outcomes, figures));
    }

    /** Scores rise with the seed, and lie 20 points higher with ASMR than without. */
    private TrialOutcome finish(String experiment, TrialSpec spec) throws IOException {
        String id = Sha256.ofText(spec.row() + "/" + spec.dataset() + "/" + spec.seed());
        double rank1 = (spec.recipe().loss().asmr() == null ? 30 : 50) + 1.25 * spec.seed();
        RetrievalScores scores = new RetrievalScores(140, 3, 1260, rank1, rank1 + 20, 90, 41.5, 40.25, 2);
        TrialResult result = new TrialResult(scores, scores, null, 26.5, 33.25, 0.5);
        Path run = Files.createDirectories(results().resolve("runs").resolve(id));
        ObjectNode trial = JSON.createObjectNode();
        trial.put("trainingRevision", 1).put("dataset", "synthped").put("dataDigest", Sha256.ofText("data"));
        trial.put("seed", spec.seed()).set("recipe", SettingsJson.of(spec.recipe()));
        write(run, "trial.json", trial);
        ObjectNode launch = JSON.createObjectNode().put("experiment", experiment);
        launch.putObject("trial")
                .put("row", spec.row())
                .put("dataset", spec.dataset())
                .put("seed", spec.seed());
        write(run, "launch.json", launch);
        write(
                run,
                "environment.json",
                JSON.createObjectNode()
                        .put("gitCommit", "7ef197a8eddca3e3fee044cf23439880145dd08c")
                        .put("device", "cpu")
                        .put("threads", 1)
                        .put("jdk", "17")
                        .put("libtorch", "2.7.1")
                        .put("command", "/home/somebody/psbench"));
        ObjectNode written = JSON.valueToTree(scores);
        written.set("seen", JSON.valueToTree(scores));
        write(run, "scores.json", written);
        write(
                run,
                "times.json",
                JSON.createObjectNode()
                        .put("pretrainingSeconds", 26.5)
                        .put("trainingSeconds", 33.25)
                        .put("evaluationSeconds", 0.5));
        Files.writeString(run.resolve("w.json"), "{\"w\": [{\"name\": \"hat: yes\", \"value\": 1.25}]}");
        StringBuilder metrics = new StringBuilder();
        for (int epoch = 1; epoch <= 4; epoch++) {
            metrics.append("{\"stage\":\"training\",\"epoch\":%d,\"step\":1,\"losses\":{\"loss\":%s}}\n"
                    .formatted(epoch, 5.0 / epoch + spec.seed()));
            metrics.append("{\"stage\":\"validation\",\"epoch\":%d,\"scores\":{\"rank1\":%s}}\n"
                    .formatted(epoch, 10.0 * epoch));
        }
        Files.writeString(run.resolve("metrics.jsonl"), metrics);
        return new TrialOutcome(spec, id, TrialState.DONE, null, result, null);
    }

    private static void write(Path run, String name, ObjectNode content) throws IOException {
        Files.writeString(run.resolve(name), content.toString());
    }
}
