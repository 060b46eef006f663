package io.github.psbench.report.figure;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.data.picture.RgbImage;
import io.github.psbench.report.chart.Chart;
import io.github.psbench.report.chart.Gallery;
import io.github.psbench.report.figure.RetrievalResults.Asked;
import io.github.psbench.report.figure.RetrievalResults.Hit;
import io.github.psbench.report.figure.RetrievalResults.OfRow;
import io.github.psbench.report.text.Decimals;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.spec.RetrievalFigure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is found for some queries, as pictures (Figures 3, 4 and 7 of the ASMR paper); the rows of an experiment below each other. */
final class RetrievalPage {
    private RetrievalPage() {}

    static FigurePage of(FigureInput input) {
        RetrievalResults results = RetrievalResults.of(input);
        List<String> notes = new ArrayList<>(results.notes());
        List<Chart> charts = new ArrayList<>();
        if (!results.queries().isEmpty()) {
            try {
                charts.add(gallery(results));
            } catch (Failure e) {
                if (e.kind() != ErrorKind.DATA) {
                    throw e;
                }
                notes.add("it is not drawn, only its numbers are written: " + e.getMessage());
            }
            notes.add(0, uncapitalised(results.rule()));
        }
        return new FigurePage(
                title(input),
                results.queries().stream()
                        .flatMap(query -> query.rows().stream())
                        .map(row -> 1)
                        .toList(),
                numbers(input, results),
                charts,
                notes.stream().map(RetrievalPage::withoutFullStop).toList());
    }

    private static String title(FigureInput input) {
        RetrievalFigure.From from = input.experiment().retrieval().from();
        return "Search results on " + PlainText.of(input.dataset())
                + switch (from) {
                    case ALL -> "";
                    case SEEN -> ", categories seen in training";
                    case UNSEEN -> ", categories unseen in training";
                };
    }

    private static Gallery gallery(RetrievalResults results) {
        Map<Integer, RgbImage> pictures = new HashMap<>();
        List<Gallery.Search> searches = new ArrayList<>();
        for (Asked query : results.queries()) {
            String facts = String.format(
                    Locale.ROOT,
                    "%,d of %,d gallery images %s relevant; category %s in training",
                    query.relevant(),
                    results.gallery(),
                    query.relevant() == 1 ? "is" : "are",
                    query.seen() ? "seen" : "unseen");
            searches.add(new Gallery.Search(
                    "Query " + (searches.size() + 1),
                    facts,
                    query.attributes().stream()
                            .map(attribute ->
                                    new Gallery.Attribute(attribute.group(), attribute.value(), attribute.asked()))
                            .toList(),
                    query.rows().stream().map(row -> ranked(row, pictures)).toList()));
        }
        return new Gallery(new Chart.Labels("", "", ""), searches, List.of(results.rule()));
    }

    private static Gallery.Ranked ranked(OfRow row, Map<Integer, RgbImage> pictures) {
        return new Gallery.Ranked(
                PlainText.of(row.row()),
                String.format(
                        Locale.ROOT,
                        "seed %d; AP %s %%; first relevant image at rank %,d",
                        row.seed(),
                        Decimals.rounded(row.averagePrecision()),
                        row.firstRelevant()),
                row.hits().stream()
                        .map(hit -> new Gallery.Hit(
                                hit.rank(),
                                hit.score(),
                                hit.relevant() ? Gallery.Relevance.RELEVANT : Gallery.Relevance.OTHER,
                                pictures.computeIfAbsent(
                                        hit.index(),
                                        unknown -> hit.image().picture().get())))
                        .toList());
    }

    private static List<List<@Nullable Object>> numbers(FigureInput input, RetrievalResults results) {
        List<List<@Nullable Object>> numbers = new ArrayList<>();
        numbers.add(Stream.of(
                        "dataset",
                        "row",
                        "seed",
                        "query",
                        "attributes",
                        "seen",
                        "relevant images",
                        "AP",
                        "first relevant rank",
                        "rank",
                        "image",
                        "score",
                        "relevant")
                .<@Nullable Object>map(heading -> heading)
                .toList());
        int number = 0;
        for (Asked query : results.queries()) {
            number++;
            for (OfRow row : query.rows()) {
                for (Hit hit : row.hits()) {
                    numbers.add(Arrays.<@Nullable Object>asList(
                            input.dataset(),
                            row.row(),
                            row.seed(),
                            number,
                            query.words(),
                            yesOrNo(query.seen()),
                            query.relevant(),
                            row.averagePrecision(),
                            row.firstRelevant(),
                            hit.rank(),
                            hit.image().name(),
                            hit.score(),
                            yesOrNo(hit.relevant())));
                }
            }
        }
        return numbers;
    }

    private static String yesOrNo(boolean value) {
        return value ? "yes" : "no";
    }

    private static String uncapitalised(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    /** {@link Figures} ends each note with one. */
    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
