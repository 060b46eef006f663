package io.github.psbench.spec;

import io.github.psbench.settings.Located;
import io.github.psbench.settings.Place;
import io.github.psbench.settings.Problems;
import io.github.psbench.settings.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the points of a sweep from what is written. Whether the settings are right is seen when they are laid over a row. */
final class SweepReader {
    private static final int MOST_POINTS = 1_000;

    private final DeclaredSweep declared;
    private final Place place;
    private final Problems problems;

    private SweepReader(DeclaredSweep declared, Place place, Problems problems) {
        this.declared = declared;
        this.place = place;
        this.problems = problems;
    }

    /**
     * @param place where the sweep begins
     * @return {@link SweepGrid#NONE} if no point can be made
     */
    static SweepGrid read(DeclaredSweep declared, Place place, Problems problems) {
        return new SweepReader(declared, place, problems).grid();
    }

    private SweepGrid grid() {
        if (declared.product().entries().isEmpty()
                && declared.zip().entries().isEmpty()
                && declared.rows().isEmpty()) {
            problems.add(
                    place,
                    "a sweep needs points; write product, zip or rows, like product: {loss.asmr.lambda: [0, 2, 4]}");
            return SweepGrid.NONE;
        }
        Problems ofAxes = new Problems();
        List<SweepAxis> axes = SweepAxesReader.read(declared, ofAxes);
        problems.addAll(ofAxes, "");
        if (!fits(axes)) {
            return SweepGrid.NONE;
        }
        Map<Map<String, Object>, Located.Mapping> points = new LinkedHashMap<>();
        if (!axes.isEmpty()) {
            combined(axes).forEach(point -> points.put(SweptValue.identities(point), point));
        }
        // Where an axis is missing, what excludes name may be missing with it.
        if (ofAxes.isEmpty()) {
            exclude(points, axes);
        }
        declared.rows().forEach(point -> points.putIfAbsent(SweptValue.identities(point), point));
        if (points.isEmpty()) {
            if (ofAxes.isEmpty()) {
                problems.add(place, "exclude leaves no point of the sweep; take out of exclude what is to be run");
            }
            return SweepGrid.NONE;
        }
        return new SweepGrid(
                place, axes.stream().map(SweepAxis::shown).toList(), SweepPoint.named(List.copyOf(points.values())));
    }

    private boolean fits(List<SweepAxis> axes) {
        long size = axes.isEmpty() ? 0 : 1;
        for (SweepAxis axis : axes) {
            size = Math.min(size * axis.values().size(), Integer.MAX_VALUE);
        }
        if (size + declared.rows().size() <= MOST_POINTS) {
            return true;
        }
        problems.add(
                place,
                "a sweep may have %,d points, got %s%,d; take values out, or write several files",
                MOST_POINTS,
                size == Integer.MAX_VALUE ? "at least " : "",
                size + declared.rows().size());
        return false;
    }

    /** Every combination; the last axis runs fastest. */
    private static List<Located.Mapping> combined(List<SweepAxis> axes) {
        List<Located.Mapping> points = List.of(Located.Mapping.empty(Place.BUILT_IN));
        for (SweepAxis axis : axes) {
            points = points.stream()
                    .flatMap(point -> axis.values().stream().map(value -> both(point, value)))
                    .toList();
        }
        return points;
    }

    private static Located.Mapping both(Located.Mapping point, Located.Mapping value) {
        Map<String, Located.Entry> entries = new LinkedHashMap<>(point.entries());
        entries.putAll(value.entries());
        return new Located.Mapping(Place.BUILT_IN, entries);
    }

    private void exclude(Map<Map<String, Object>, Located.Mapping> points, List<SweepAxis> axes) {
        List<Map<String, Object>> all = List.copyOf(points.keySet());
        for (Located.Mapping exclude : declared.exclude()) {
            if (exclude.entries().isEmpty()) {
                problems.add(exclude.place(), "an exclude must name values, like {loss.asmr.lambda: 0}");
            } else if (valuesAreKnown(exclude, axes)) {
                Set<Map.Entry<String, Object>> values =
                        SweptValue.identities(exclude).entrySet();
                List<Map<String, Object>> matches = all.stream()
                        .filter(point -> point.entrySet().containsAll(values))
                        .toList();
                if (matches.isEmpty()) {
                    problems.add(
                            exclude.place(), "no point has all of these values, so this excludes nothing; take it out");
                }
                matches.forEach(points::remove);
            }
        }
    }

    private boolean valuesAreKnown(Located.Mapping exclude, List<SweepAxis> axes) {
        List<String> keys = axes.stream().flatMap(axis -> axis.keys().stream()).toList();
        boolean known = true;
        for (Map.Entry<String, Located.Entry> entry : exclude.entries().entrySet()) {
            String key = entry.getKey();
            Located value = entry.getValue().value();
            List<Located> values =
                    axes.stream().flatMap(axis -> axis.values(key)).toList();
            if (values.isEmpty()) {
                problems.add(
                        entry.getValue().key(), "product and zip do not vary '%s'%s", key, Suggestion.after(key, keys));
                known = false;
            } else if (values.stream().map(SweptValue::identity).noneMatch(SweptValue.identity(value)::equals)) {
                problems.add(
                        value.place(),
                        "product and zip do not give '%s' the value %s, only %s",
                        key,
                        SweptValue.shown(value),
                        values.stream().map(SweptValue::shown).distinct().collect(Collectors.joining(", ")));
                known = false;
            }
        }
        return known;
    }
}
