package io.github.psbench.report.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.base.Progress;
import io.github.psbench.base.Sha256;
import io.github.psbench.data.AttributeGroup;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.Encoding;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PersonImage;
import io.github.psbench.data.picture.RgbImage;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.report.chart.Chart;
import io.github.psbench.report.chart.Gallery;
import io.github.psbench.report.figure.EmbeddingMap;
import io.github.psbench.report.figure.Figures;
import io.github.psbench.run.RunStore;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialResult;
import io.github.psbench.run.TrialState;
import io.github.psbench.settings.SettingsJson;
import io.github.psbench.spec.Choices;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.Figure;
import io.github.psbench.spec.TrialSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Experiments and a store with their runs: one of plain names, one of photographs, one of names that look like markup. */
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
        exhibits.add(ofRealPeople());
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

    /** An experiment on photographs, with two pictures found, of which one is relevant; nothing is trained for it. */
    Exhibit ofRealPeople() throws IOException {
        Path file = Files.writeString(folder.resolve("people.yaml"), SETTINGS + """
                title: Photographs
                datasets: {market1501: {}}
                rows: {Ours: {}}
                """);
        Experiment experiment = Experiment.read(file, Choices.NONE);
        RgbImage picture = new RgbImage(64, 192, new byte[64 * 192 * 3]);
        Gallery gallery = new Gallery(
                new Chart.Labels("", "", ""),
                List.of(new Gallery.Search(
                        "Query 1",
                        "1 of 2 is relevant",
                        List.of(
                                new Gallery.Attribute("hat", MARKUP, true),
                                new Gallery.Attribute("bag", "none", false)),
                        List.of(new Gallery.Ranked(
                                QUOTES,
                                "seed 0",
                                List.of(
                                        new Gallery.Hit(1, 0.75, Gallery.Relevance.OTHER, picture),
                                        new Gallery.Hit(2, 0.5, Gallery.Relevance.RELEVANT, picture)))))),
                List.of("Drawn by hand."));
        Figures.Drawn drawn = new Figures.Drawn(
                Figure.RETRIEVAL,
                "market1501",
                "Search results",
                "n = 1 seed",
                "Search results.",
                List.of(gallery),
                true,
                Files.writeString(folder.resolve("people.csv"), "rank,score\n"),
                List.of());
        List<TrialOutcome> outcomes = experiment.trials().stream()
                .map(spec -> new TrialOutcome(spec, null, TrialState.NO_DATA, null, null, "Market-1501 is not there."))
                .toList();
        return new Exhibit(
                file, List.of(), experiment, outcomes, new Figures.Written(List.of(drawn), List.of()), List.of());
    }

    private Figures.Written withMaps(Figures.Written figures) throws IOException {
        List<Figures.Drawn> drawn = new ArrayList<>(figures.figures());
        drawn.add(new Figures.Drawn(
                Figure.TSNE,
                "synthped",
                "Maps",
                "n = 1 seed",
                "Maps.",
                List.of(),
                false,
                Files.writeString(folder.resolve("maps.csv"), "x,y\n"),
                List.of()));
        return new Figures.Written(drawn, figures.notes());
    }

    /** Two maps of three images and two categories: one a row of points from left to right, the other from top to bottom. */
    private static MappedDataset maps() {
        AttributeSchema schema = new AttributeSchema(List.of(
                AttributeGroup.oneOf("hat", List.of("no", "yes"), Encoding.PATTERNS),
                AttributeGroup.oneOf("bag", List.of("none", MARKUP), Encoding.PATTERNS)));
        List<PersonImage> gallery = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            gallery.add(new PersonImage(
                    "image " + i,
                    new PersonCategory(List.of(i / 2, i / 2)),
                    () -> new RgbImage(64, 128, new byte[64 * 128 * 3])));
        }
        List<MappedDataset.Row> rows = new ArrayList<>();
        for (String row : List.of("Without ASMR", "Ours")) {
            List<EmbeddingMap.Point> points = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                points.add(new EmbeddingMap.Point(
                        i < 3 ? EmbeddingMap.Kind.IMAGE : EmbeddingMap.Kind.CATEGORY,
                        i < 3 ? i : i - 3,
                        i < 3 ? i / 2 : i - 3,
                        rows.isEmpty() ? i : 0,
                        rows.isEmpty() ? 0 : -i));
            }
            rows.add(new MappedDataset.Row(row, 0, new EmbeddingMap(points, 1.25, 0.875, 2, true)));
        }
        PersonDataset people =
                new PersonDataset("people", schema, List.of(), gallery, new PersonDataset.Digests("", ""), null);
        return new MappedDataset("synthped", false, people, MapData.sheet(people), "hat", rows);
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
        exhibits.add(new Exhibit(
                file,
                List.of("--seeds", "0..2"),
                experiment,
                outcomes,
                name.equals("plain") ? withMaps(figures) : figures,
                name.equals("plain") ? List.of(maps()) : List.of()));
    }

    /** Scores rise with the seed, and lie about 20 points higher with ASMR than without. */
    private TrialOutcome finish(String experiment, TrialSpec spec) throws IOException {
        String id = Sha256.ofText(spec.row() + "/" + spec.dataset() + "/" + spec.seed());
        double rank1 = spec.recipe().loss().asmr() == null ? 30 + 1.5 * spec.seed() : 50 + 1.25 * spec.seed();
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
