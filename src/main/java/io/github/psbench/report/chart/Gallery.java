package io.github.psbench.report.chart;

import io.github.psbench.data.picture.RgbImage;
import java.util.List;

/**
 * What was searched for, and the pictures that were found, best first.
 *
 * @param labels only the title is shown, where it is not empty
 * @param searches at least one, from top to bottom
 * @param caption sentences below it all, such as how the searches were chosen
 */
public record Gallery(Labels labels, List<Search> searches, List<String> caption) implements Chart {
    public Gallery {
        searches = List.copyOf(searches);
        caption = List.copyOf(caption);
    }

    /**
     * One search, by whatever it was made.
     *
     * @param name such as "Query 1"
     * @param facts what stands after the name, such as how many images are relevant; may be empty
     * @param attributes what was searched for; long ones take several lines
     * @param rankings at least one; those of several rows stand below each other
     */
    public record Search(String name, String facts, List<Attribute> attributes, List<Ranked> rankings) {
        public Search {
            attributes = List.copyOf(attributes);
            rankings = List.copyOf(rankings);
        }
    }

    /** @param asked whether it is set in bold, as what was asked for beside what was left open */
    public record Attribute(String name, String value, boolean asked) {}

    /**
     * What one row found.
     *
     * @param name of the row; may be empty
     * @param facts what stands after the name, such as the average precision; may be empty
     * @param hits best first
     */
    public record Ranked(String name, String facts, List<Hit> hits) {
        public Ranked {
            hits = List.copyOf(hits);
        }
    }

    /**
     * A picture in its place.
     *
     * @param rank from 1
     * @param score shown with three decimals
     */
    public record Hit(int rank, double score, Relevance relevance, RgbImage picture) {}

    /** Whether a picture is one of those that were searched for. */
    public enum Relevance {
        /** A green frame, and a tick. */
        RELEVANT,
        /** A red, dashed frame, and a cross. */
        OTHER,
        /** Nobody has said: a grey frame. */
        UNKNOWN
    }
}
