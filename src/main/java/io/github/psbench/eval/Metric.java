package io.github.psbench.eval;

/** What a search is judged by, in the order in which papers print it; all in percent, and the higher the better. */
public enum Metric {
    RANK1("rank1", "R1"),
    RANK5("rank5", "R5"),
    RANK10("rank10", "R10"),
    MAP("map", "mAP"),
    MAP_TRAPEZOID("mapTrapezoid", "mAP (trapezoid)");

    private final String key;
    private final String heading;

    Metric(String key, String heading) {
        this.key = key;
        this.heading = heading;
    }

    /** The name in CSV, JSON and the files of published numbers. */
    public String key() {
        return key;
    }

    /** The name at the head of a column. */
    public String heading() {
        return heading;
    }

    /** In percent. */
    public double of(RetrievalScores scores) {
        return switch (this) {
            case RANK1 -> scores.rank1();
            case RANK5 -> scores.rank5();
            case RANK10 -> scores.rank10();
            case MAP -> scores.map();
            case MAP_TRAPEZOID -> scores.mapTrapezoid();
        };
    }
}
