package io.github.psbench.report.counts;

import io.github.psbench.data.DatasetCounts;
import io.github.psbench.report.document.Grid;
import io.github.psbench.spec.PublishedCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Counts of data sets beside the published ones (Table 1 of ASMR), with a verdict for each.
 *
 * @param title of the paper
 * @param rows a data set each
 */
public record CountsTable(String title, List<Row> rows) {
    /** What a measured count says of the published one. Counts are exact, so there is no tolerance. */
    enum Verdict {
        REPRODUCED,
        NOT_REPRODUCED,
        /** It takes the images to count them. */
        IMAGES_NOT_FOUND,
        /** The note says why. */
        NOT_READ,
        NOT_PUBLISHED;

        /** "not reproduced" */
        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        Grid.Emphasis emphasis() {
            return switch (this) {
                case REPRODUCED -> Grid.Emphasis.AGREES;
                case NOT_REPRODUCED -> Grid.Emphasis.DISAGREES;
                case IMAGES_NOT_FOUND, NOT_READ, NOT_PUBLISHED -> Grid.Emphasis.OPEN;
            };
        }
    }

    /**
     * @param published null where the paper does not have the data set
     * @param measured null where its files cannot be read
     * @param unread why they cannot, a sentence; null where they can
     */
    public record Row(
            String dataset,
            PublishedCounts.@Nullable Counts published,
            @Nullable DatasetCounts measured,
            @Nullable String unread) {
        OptionalInt published(DatasetCount count) {
            return published == null ? OptionalInt.empty() : OptionalInt.of(count.of(published));
        }

        OptionalInt measured(DatasetCount count) {
            return measured == null ? OptionalInt.empty() : count.of(measured);
        }

        Verdict verdict(DatasetCount count) {
            if (measured == null) {
                return Verdict.NOT_READ;
            }
            if (measured(count).isEmpty()) {
                return Verdict.IMAGES_NOT_FOUND;
            }
            if (published == null) {
                return Verdict.NOT_PUBLISHED;
            }
            return measured(count).equals(published(count)) ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED;
        }

        String found() {
            return measured == null
                    ? dataset + ": not read. " + unread
                    : dataset + ": images " + measured.images() + ".";
        }
    }

    public CountsTable {
        rows = List.copyOf(rows);
    }

    String caption() {
        return "Published numbers: " + title + ".";
    }

    /** What a reader has to know, whole sentences. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(
                "A count is reproduced if it is equal to the published one. The test images are the gallery, and a query is asked for each"
                        + " test category; unseen are the test categories that no training image has. Counts follow from the annotations; only those of"
                        + " images of market1501, which is annotated by people, take the images.");
        for (Row row : rows) {
            notes.add(row.found());
            if (row.published() != null && row.published().note() != null) {
                notes.add(row.dataset() + ": " + row.published().note().strip());
            }
        }
        return notes;
    }
}
