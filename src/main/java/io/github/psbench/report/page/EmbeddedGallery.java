package io.github.psbench.report.page;

import io.github.psbench.report.chart.Gallery;
import java.util.List;
import java.util.Locale;

/**
 * What was searched for and found, as it stands in the page: the chart's own words, and each picture as a data: URI.
 *
 * @param caption sentences below it all
 */
record EmbeddedGallery(List<Search> searches, List<String> caption) {
    record Search(String name, String facts, List<Gallery.Attribute> attributes, List<Ranked> rankings) {}

    record Ranked(String name, String facts, List<Hit> hits) {}

    /**
     * @param tone the class of its frame in the style sheet
     * @param sign beside the rank, so that nobody has to tell colours apart
     * @param words what is seen, for those who cannot see it
     */
    record Hit(int rank, String score, String tone, String sign, String words, String picture) {}

    static EmbeddedGallery of(Gallery gallery) {
        return new EmbeddedGallery(
                gallery.searches().stream().map(EmbeddedGallery::search).toList(), gallery.caption());
    }

    private static Search search(Gallery.Search search) {
        return new Search(
                search.name(),
                search.facts(),
                search.attributes(),
                search.rankings().stream()
                        .map(ranked -> new Ranked(
                                ranked.name(),
                                ranked.facts(),
                                ranked.hits().stream().map(EmbeddedGallery::hit).toList()))
                        .toList());
    }

    private static Hit hit(Gallery.Hit hit) {
        String score = String.format(Locale.ROOT, "%.3f", hit.score());
        return new Hit(
                hit.rank(),
                score,
                switch (hit.relevance()) {
                    case RELEVANT -> "relevant";
                    case OTHER -> "irrelevant";
                    case UNKNOWN -> "unknown";
                },
                switch (hit.relevance()) {
                    case RELEVANT -> "✓";
                    case OTHER -> "✗";
                    case UNKNOWN -> "";
                },
                "Rank " + hit.rank() + ", score " + score
                        + switch (hit.relevance()) {
                            case RELEVANT -> ", relevant";
                            case OTHER -> ", not relevant";
                            case UNKNOWN -> "";
                        },
                Thumbnails.uri(hit.picture()));
    }
}
