package io.github.psbench.spec;

import io.github.psbench.settings.Layers;
import io.github.psbench.settings.Located;
import io.github.psbench.settings.Place;
import io.github.psbench.settings.Problems;
import io.github.psbench.settings.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The points of a sweep.
 *
 * @param place where the sweep is written
 * @param points at least one, each once
 */
record SweepGrid(Place place, List<Sweep.Axis> axes, List<SweepPoint> points) {
    /** No sweep: rows as they are declared. */
    static final SweepGrid NONE = new SweepGrid(Place.BUILT_IN, List.of(), List.of(SweepPoint.AS_DECLARED));

    /**
     * Every row at every point, row by row.
     *
     * @param rows what the profile changes in each, by name
     */
    List<Line> lines(Map<String, Located.Mapping> rows, Problems problems) {
        Set<String> names = new LinkedHashSet<>();
        List<Line> lines = new ArrayList<>();
        rows.forEach((base, adapted) -> points.forEach(point -> {
            String row = base + point.suffix();
            if (!names.add(row)) {
                problems.add(
                        place,
                        "two rows would be called '%s'; write one of the values in another way, or rename a row",
                        row);
            }
            lines.add(new Line(row, base, adapted, point));
        }));
        return lines;
    }

    /**
     * The lines that the user chose on the command line.
     *
     * @param texts names, separated by commas: of declared rows, or of rows that the sweep makes
     * @param lines of all declared rows
     */
    List<Line> chosen(List<String> texts, List<Line> lines, Problems problems) {
        Set<String> bases = lines.stream().map(Line::base).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> known = new LinkedHashSet<>(bases);
        lines.forEach(line -> known.add(line.row()));
        Set<String> names = Selection.separated(texts, known);
        for (String name : names) {
            if (!known.contains(name)) {
                problems.add(
                        Place.whole("--rows " + name),
                        "unknown row '%s'%s%s",
                        name,
                        Suggestion.after(name, bases),
                        this.equals(NONE)
                                ? ""
                                : "; or a row that the sweep makes, such as '"
                                        + lines.get(0).row() + "'");
            }
        }
        return lines.stream()
                .filter(line -> names.contains(line.row()) || names.contains(line.base()))
                .toList();
    }

    /**
     * Reports settings of the command line that lie above what is swept: rows would be named after values that they do not have.
     *
     * @param set a layer for each {@code --set}
     */
    void refuseToLevel(List<Located.Mapping> set, Problems problems) {
        Set<String> keys = new LinkedHashSet<>();
        points.forEach(point -> keys.addAll(point.written().entries().keySet()));
        for (Located.Mapping layer : set) {
            for (String key : keys) {
                Located above = Layers.find(layer, key);
                if (above != null && !(above instanceof Located.Mapping)) {
                    problems.add(
                            layer.place(),
                            "'%s' is swept, and this would make all its points alike; choose points with --rows instead",
                            key);
                }
            }
        }
    }

    /** What of it is in use; null where there is no sweep. */
    @Nullable
    Sweep of(List<Line> lines) {
        return equals(NONE)
                ? null
                : new Sweep(
                        axes, lines.stream().map(line -> line.point().of(line)).toList());
    }
}
