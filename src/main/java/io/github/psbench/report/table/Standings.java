package io.github.psbench.report.table;

import io.github.psbench.eval.Metric;
import io.github.psbench.report.statistics.Holm;
import io.github.psbench.report.statistics.PairedTest;
import io.github.psbench.report.statistics.Place;
import io.github.psbench.report.statistics.SeedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares the cells of each column of a data set: their places, and whether they differ from the reference row's. */
final class Standings {
    private Standings() {}

    /**
     * How cells are placed, whole sentences.
     *
     * @param published whether there are published numbers
     */
    static String rule(boolean published) {
        return published
                ? "Measured numbers are compared with measured ones and published with published ones, because their protocols differ, in"
                        + " each column that has at least two of the kind. " + Place.RULE
                        + " Where it is not known of a published mAP which one it is, no published one in that column is compared."
                : "Numbers are compared in each column that has at least two. " + Place.RULE;
    }

    /**
     * @param reference the row that the measured ones are tested against; null: none
     * @return by column, in the order of the rows
     */
    static Map<Column, List<Standing>> of(List<Row> rows, @Nullable String reference) {
        Map<Column, List<Standing>> standings = new LinkedHashMap<>();
        for (Split split : Split.values()) {
            for (Metric metric : Metric.values()) {
                Column column = new Column(metric, split);
                standings.put(column, of(column, rows, reference));
            }
        }
        return standings;
    }

    private static List<Standing> of(Column column, List<Row> rows, @Nullable String reference) {
        Map<Integer, Double> measured = new TreeMap<>();
        Map<Integer, Double> published = new TreeMap<>();
        boolean unknown = false;
        for (int row = 0; row < rows.size(); row++) {
            Cell cell = rows.get(row).cell(column);
            if (cell instanceof Cell.Measured values) {
                measured.put(row, values.sample().mean());
            } else if (cell instanceof Cell.PublishedNumber number) {
                published.put(row, number.percent());
                unknown |= number.mark() != null;
            }
        }
        Map<Integer, Place> places = places(measured);
        places.putAll(unknown ? Map.of() : places(published));
        Map<Integer, Significance> significances = significances(column, rows, reference);
        List<Standing> standings = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            standings.add(new Standing(places.getOrDefault(row, Place.OTHER), significances.get(row)));
        }
        return List.copyOf(standings);
    }

    private static Map<Integer, Place> places(Map<Integer, Double> valueByRow) {
        List<Place> places = Place.of(List.copyOf(valueByRow.values()));
        Map<Integer, Place> byRow = new TreeMap<>();
        valueByRow.keySet().forEach(row -> byRow.put(row, places.get(byRow.size())));
        return byRow;
    }

    private static Map<Integer, Significance> significances(Column column, List<Row> rows, @Nullable String reference) {
        List<SeedValue> others = rows.stream()
                .filter(row -> row instanceof Row.FromTrials && row.name().equals(reference))
                .map(row -> values(row, column))
                .findFirst()
                .orElse(List.of());
        Map<Integer, List<SeedValue>> differences = new TreeMap<>();
        for (int row = 0; row < rows.size(); row++) {
            if (!rows.get(row).name().equals(reference)) {
                List<SeedValue> paired = SeedValue.differences(values(rows.get(row), column), others);
                if (paired.size() > 1) {
                    differences.put(row, paired);
                }
            }
        }
        List<Double> p = differences.values().stream()
                .map(paired -> PairedTest.p(SeedValue.sample(paired)))
                .toList();
        List<Double> corrected = Holm.corrected(p);
        Map<Integer, Significance> significances = new TreeMap<>();
        differences.forEach((row, paired) -> {
            int test = significances.size();
            significances.put(row, new Significance(paired, p.get(test), corrected.get(test)));
        });
        return significances;
    }

    private static List<SeedValue> values(Row row, Column column) {
        return row.cell(column) instanceof Cell.Measured measured ? measured.values() : List.of();
    }
}
