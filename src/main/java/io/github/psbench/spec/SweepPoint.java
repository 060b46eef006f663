package io.github.psbench.spec;

import io.github.psbench.settings.Located;
import io.github.psbench.settings.Place;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One point of a sweep.
 *
 * @param written values by dotted key
 * @param suffix what it adds to the name of a row, such as ", lambda = 4"; empty where nothing is varied
 */
record SweepPoint(Located.Mapping written, String suffix) {
    /** The row as it is declared. */
    static final SweepPoint AS_DECLARED = new SweepPoint(Located.Mapping.empty(Place.BUILT_IN), "");

    /** Points whose names show as much of each key as tells it from the others. */
    static List<SweepPoint> named(List<Located.Mapping> points) {
        Set<String> keys = new LinkedHashSet<>();
        points.forEach(point -> keys.addAll(point.entries().keySet()));
        Map<String, String> names = new LinkedHashMap<>();
        keys.forEach(key -> names.put(key, shortest(key, keys)));
        return points.stream()
                .map(point -> new SweepPoint(
                        point,
                        point.entries().entrySet().stream()
                                .map(entry -> ", " + names.get(entry.getKey()) + " = "
                                        + SweptValue.shown(entry.getValue().value()))
                                .collect(Collectors.joining())))
                .toList();
    }

    private static String shortest(String key, Set<String> keys) {
        List<String> parts = Arrays.asList(key.split("\\.", -1));
        for (int from = parts.size() - 1; from > 0; from--) {
            String end = String.join(".", parts.subList(from, parts.size()));
            if (keys.stream().filter(other -> ("." + other).endsWith("." + end)).count() == 1) {
                return end;
            }
        }
        return key;
    }

    Sweep.Point of(Line line) {
        Map<String, String> values = new LinkedHashMap<>();
        written.entries().forEach((key, entry) -> values.put(key, SweptValue.shown(entry.value())));
        return new Sweep.Point(line.row(), line.base(), values);
    }

    /** A claim about two declared rows, at this point of both. */
    Experiment.Claim of(Experiment.Claim claim) {
        return new Experiment.Claim(
                claim.name() + suffix,
                claim.better() + suffix,
                claim.than().stream().map(row -> row + suffix).toList());
    }
}
