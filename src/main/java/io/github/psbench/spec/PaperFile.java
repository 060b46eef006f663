package io.github.psbench.spec;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Default;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a paper published: {@code experiments/papers/<paper>.yaml}.
 *
 * @param title of the paper
 * @param venue such as "ICCV"
 * @param counts the sizes of its data sets as it prints them, by data set
 * @param tables its tables of scores and of times, by name, such as "table2"
 */
record PaperFile(
        String title, String venue, int year, @Default("{}") Map<String, Counts> counts, Map<String, Table> tables) {
    PaperFile {
        require(year >= 1900 && year <= 2100, "year", "must be in 1900..2100", year);
    }

    /** How the average precision of a ranking is computed. */
    enum AveragePrecision {
        STANDARD,
        /** With the mean of the precisions before and at each relevant image, as in the Oxford buildings benchmark. */
        TRAPEZOID,
        UNKNOWN
    }

    /** "ASMR: Learning ... (ICCV 2021)". */
    String caption() {
        return String.format("%s (%s %d)", title, venue, year);
    }

    /**
     * @param unseenCategories test categories that no training image has
     * @param note see {@link PublishedCounts.Counts}
     */
    record Counts(
            int trainCategories,
            int testCategories,
            int unseenCategories,
            int trainImages,
            int testImages,
            @Nullable String note) {
        Counts {
            require(trainCategories >= 1, "trainCategories", "must be >= 1", trainCategories);
            require(testCategories >= 1, "testCategories", "must be >= 1", testCategories);
            require(
                    unseenCategories >= 0 && unseenCategories <= testCategories,
                    "unseenCategories",
                    "must be in 0..test-categories",
                    unseenCategories);
            require(trainImages >= 1, "trainImages", "must be >= 1", trainImages);
            require(testImages >= 1, "testImages", "must be >= 1", testImages);
        }
    }

    /** See {@link Published}. */
    record Table(List<Row> rows) {}

    /** See {@link Published.Row}. */
    record Row(
            String name,
            @Default("false") boolean ours,
            @Default("unknown") AveragePrecision averagePrecision,
            String protocol,
            @Default("{}") Map<String, Scores> scores,
            @Default("{}") Map<String, Double> minutes) {
        Row {
            minutes.forEach((dataset, time) -> require(
                    time > 0 && Double.isFinite(time),
                    "minutes",
                    "must be > 0 for each data set",
                    dataset + ": " + time));
        }
    }

    /** In percent; null where the paper prints none. */
    record Scores(
            @Nullable Double rank1,
            @Nullable Double rank5,
            @Nullable Double rank10,
            @Nullable Double map) {
        Scores {
            percent("rank1", rank1);
            percent("rank5", rank5);
            percent("rank10", rank10);
            percent("map", map);
            ascending("rank5", rank1, rank5);
            ascending("rank10", rank5, rank10);
        }

        private static void percent(String component, @Nullable Double score) {
            require(
                    score == null || (score >= 0 && score <= 100),
                    component,
                    "must be in 0..100",
                    String.valueOf(score));
        }

        /** More of the gallery cannot hold fewer matches: a wrong order is a slip of the pen. */
        private static void ascending(String component, @Nullable Double lower, @Nullable Double higher) {
            require(
                    lower == null || higher == null || lower <= higher,
                    component,
                    "must not be below the rank before it",
                    String.valueOf(higher));
        }
    }
}
