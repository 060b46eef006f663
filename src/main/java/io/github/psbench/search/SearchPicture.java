package io.github.psbench.search;

import io.github.psbench.data.AttributeGroup;
import io.github.psbench.data.AttributeQuery;
import io.github.psbench.data.picture.Filter;
import io.github.psbench.data.picture.Resampler;
import io.github.psbench.data.picture.RgbImage;
import io.github.psbench.report.chart.Chart;
import io.github.psbench.report.chart.Gallery;
import io.github.psbench.report.chart.Picture;
import io.github.psbench.report.text.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws what was found: a row or more of framed pictures for each query. */
public final class SearchPicture {
    /** Pixels of the longer side that are kept of a picture, more than are drawn. */
    private static final int LARGEST = 256;

    private SearchPicture() {}

    /**
     * Writes {@code search.png} and {@code search.svg} into a folder, which is made if need be.
     *
     * @param about where it was searched and by what, a line
     * @return the files
     * @throws io.github.psbench.base.Failure of kind RESOURCES if a file cannot be written, or if the machine has no fonts; of kind DATA if a
     *     picture has been damaged since
     */
    public static List<Path> write(Path folder, String about, PersonSearch.Outcome outcome) {
        Map<String, RgbImage> pictures = new HashMap<>();
        List<Gallery.Search> searches = new ArrayList<>();
        for (SearchResult result : outcome.results()) {
            String name = outcome.results().size() == 1 ? "Query" : "Query " + (searches.size() + 1);
            searches.add(new Gallery.Search(
                    name,
                    Words.counts(result, outcome.searched()),
                    asked(result.query()),
                    List.of(new Gallery.Ranked(
                            "",
                            PlainText.of(result.meaning().inWords(result.query())),
                            result.found().stream()
                                    .map(found -> hit(found, pictures))
                                    .toList()))));
        }
        Gallery gallery = new Gallery(new Chart.Labels("", "", ""), searches, List.of());
        return new Picture("People found by their attributes", PlainText.of(about), List.of(gallery))
                .write(folder.resolve("search.png"), folder.resolve("search.svg"));
    }

    private static List<Gallery.Attribute> asked(AttributeQuery query) {
        List<AttributeGroup> groups = query.schema().groups();
        return IntStream.range(0, groups.size())
                .filter(group -> !query.isOpen(group))
                .mapToObj(group -> new Gallery.Attribute(
                        PlainText.of(groups.get(group).name()),
                        PlainText.of(query.allowed().get(group).stream()
                                .map(value ->
                                        groups.get(group).values().get(value).name())
                                .collect(Collectors.joining(" or "))),
                        true))
                .toList();
    }

    /** What several queries have found is decoded once. */
    private static Gallery.Hit hit(SearchResult.Found found, Map<String, RgbImage> pictures) {
        RgbImage picture = pictures.computeIfAbsent(
                found.image().name(), unknown -> small(found.image().picture().get()));
        return new Gallery.Hit(found.rank(), found.score(), relevance(found.isRelevant()), picture);
    }

    /** The picture in its proportions: somebody's own may have millions of pixels, and there may be many. */
    private static RgbImage small(RgbImage picture) {
        double scale = (double) LARGEST / Math.max(picture.width(), picture.height());
        return scale >= 1
                ? picture
                : Resampler.resize(
                        picture,
                        Math.max(1, (int) Math.round(scale * picture.width())),
                        Math.max(1, (int) Math.round(scale * picture.height())),
                        Filter.BICUBIC);
    }

    private static Gallery.Relevance relevance(@Nullable Boolean relevant) {
        if (relevant == null) {
            return Gallery.Relevance.UNKNOWN;
        }
        return relevant ? Gallery.Relevance.RELEVANT : Gallery.Relevance.OTHER;
    }
}
