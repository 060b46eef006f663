package io.github.psbench.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.github.psbench.base.WholeFile;
import io.github.psbench.data.Origin;
import io.github.psbench.report.document.Html;
import io.github.psbench.report.table.Report;
import io.github.psbench.report.table.Split;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.run.RunStore;
import io.github.psbench.run.StoredTrial;
import io.github.psbench.run.StoredTrials;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.TrialSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the page. The same exhibits and store give the same bytes. */
public final class ReportPage {
    /** The name of the page's file. */
    public static final String FILE = "index.html";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * An experiment of which there is nothing to show.
     *
     * @param reason a sentence
     */
    public record Absent(Path file, String reason) {}

    private ReportPage() {}

    /**
     * Writes {@code index.html} into a folder, which is made if need be.
     *
     * @param exhibits in the order in which they are shown
     * @param results the folder that holds the runs, as it is named on the command line
     * @return the file
     * @throws io.github.psbench.base.Failure of kind DATA if a trial's files are damaged; of kind RESOURCES if the page cannot be written
     */
    public static Path write(List<Exhibit> exhibits, List<Absent> absent, Path results, Path folder) {
        Path file = folder.resolve(FILE);
        WholeFile.write(file, html(exhibits, absent, results));
        return file;
    }

    static String html(List<Exhibit> exhibits, List<Absent> absent, Path results) {
        Map<String, StoredTrial> stored = new StoredTrials(new RunStore(results))
                .all().stream().collect(Collectors.toMap(StoredTrial::id, Function.identity()));
        PageModel page = new PageModel(
                resource("page.css"),
                resource("page.js"),
                PageData.of(exhibits, stored, results),
                exhibits.stream().map(exhibit -> section(exhibit, results)).toList(),
                absent,
                Math.toIntExact(exhibits.stream()
                        .flatMap(exhibit -> exhibit.finished().stream())
                        .map(TrialOutcome::id)
                        .distinct()
                        .count()));
        return rendered(page);
    }

    @SuppressWarnings("NullAway") // jte calls without an interceptor, too
    private static String rendered(PageModel page) {
        StringOutput text = new StringOutput();
        JtepageGenerated.render(new OwaspHtmlTemplateOutput(text), null, page);
        return text.toString();
    }

    /** Of the exhibit's element: no two experiments have the same name. */
    static String id(Exhibit exhibit) {
        return "experiment-" + exhibit.experiment().name().replaceAll("[^A-Za-z0-9_-]", "-");
    }

    private static Section section(Exhibit exhibit, Path results) {
        JsonNode table = table(exhibit);
        return new Section(
                id(exhibit),
                PlainText.of(exhibit.experiment().name()),
                PlainText.of(exhibit.experiment().title()),
                exhibit.progress(),
                claims(table),
                published(table),
                Commands.run(exhibit),
                exhibit.finished().stream()
                        .map(outcome -> reproduction(outcome, results))
                        .toList(),
                Html.body(Report.document(exhibit.experiment(), exhibit.outcomes(), Set.of(Split.ALL)), 3),
                exhibit.figures().figures().stream().map(EmbeddedFigure::of).toList(),
                exhibit.figures().notes().stream().map(PlainText::of).toList(),
                exhibit.peopleShown().map(ReportPage::terms).toList());
    }

    private static Section.Reproduction reproduction(TrialOutcome outcome, Path results) {
        String shortId = Objects.requireNonNull(outcome.id()).substring(0, 12);
        return new Section.Reproduction(
                PlainText.of(outcome.spec().row()),
                PlainText.of(outcome.spec().dataset()),
                outcome.spec().seed(),
                Commands.reproduce(shortId, results));
    }

    private static List<Section.Tally> claims(JsonNode table) {
        List<String> verdicts = new ArrayList<>();
        table.path("claims").forEach(claim -> verdicts.add(claim.path("verdict").asText()));
        return tallies(verdicts);
    }

    /** Of the numbers that can be compared with published ones. */
    private static List<Section.Tally> published(JsonNode table) {
        List<String> verdicts = new ArrayList<>();
        for (JsonNode section : table.path("sections")) {
            for (JsonNode comparison : section.path("comparisons")) {
                if (comparison.path("comparable").asBoolean()) {
                    comparison
                            .path("numbers")
                            .forEach(number ->
                                    verdicts.add(number.path("verdict").asText()));
                }
            }
        }
        return tallies(verdicts);
    }

    private static List<Section.Tally> tallies(List<String> verdicts) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        verdicts.forEach(verdict -> counts.merge(verdict, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> new Section.Tally(
                        entry.getKey(), Tone.of(entry.getKey()).key(), entry.getValue()))
                .toList();
    }

    private static JsonNode table(Exhibit exhibit) {
        try {
            return JSON.readTree(Report.json(exhibit.experiment(), exhibit.outcomes()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("what psbench has just made is JSON", e);
        }
    }

    private static String terms(TrialSpec trial) {
        Origin origin = trial.data().origin();
        return origin instanceof Origin.Elsewhere elsewhere
                ? elsewhere.title() + ": " + elsewhere.terms()
                : PlainText.of(trial.dataset()) + ": a data set of your own; its owner's terms hold.";
    }

    private static String resource(String name) {
        try (InputStream stream = ReportPage.class.getResourceAsStream("/page/" + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
