package io.github.psbench.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.spec.Sweep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an experiment varies: its axes with their values, and how many points there are. */
final class SweepListing {
    private SweepListing() {}

    static String text(Sweep sweep) {
        StringBuilder text = new StringBuilder();
        List<Sweep.Point> points = distinct(sweep.points());
        long onGrid =
                points.stream().filter(point -> onGrid(point, sweep.axes())).count();
        long byHand = points.size() - onGrid;
        text.append(String.format("Sweep of %s", counted(points.size(), "point")));
        long combinations =
                sweep.axes().stream().mapToLong(axis -> axis.values().size()).reduce(1, (some, more) -> some * more);
        if (sweep.axes().size() > 1 || (sweep.axes().size() == 1 && onGrid < combinations)) {
            text.append(onGrid < combinations ? String.format(", %d of ", onGrid) : ", ")
                    .append(sweep.axes().stream()
                            .map(axis -> String.valueOf(axis.values().size()))
                            .collect(Collectors.joining(" x ")));
        }
        text.append(String.format("%s%n", byHand == 0 ? "" : ", " + byHand + " by hand"));
        for (Sweep.Axis axis : sweep.axes()) {
            text.append(String.format(
                    "  %s, %s: %s%n",
                    String.join(" with ", axis.keys()),
                    counted(axis.values().size(), "value"),
                    axis.values().stream()
                            .map(value -> String.join(" with ", value))
                            .collect(Collectors.joining(", "))));
        }
        return text.append(System.lineSeparator()).toString();
    }

    /** One of each, however many rows are run there. */
    private static List<Sweep.Point> distinct(List<Sweep.Point> points) {
        Map<Map<String, String>, Sweep.Point> distinct = new LinkedHashMap<>();
        points.forEach(point -> distinct.putIfAbsent(point.values(), point));
        return List.copyOf(distinct.values());
    }

    private static boolean onGrid(Sweep.Point point, List<Sweep.Axis> axes) {
        int keys = axes.stream().mapToInt(axis -> axis.keys().size()).sum();
        return !axes.isEmpty()
                && point.values().size() == keys
                && axes.stream().allMatch(axis -> axis.values()
                        .contains(axis.keys().stream()
                                .map(key -> point.values().getOrDefault(key, ""))
                                .toList()));
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    static void fill(ObjectNode node, Sweep sweep) {
        ArrayNode axes = node.putArray("axes");
        for (Sweep.Axis axis : sweep.axes()) {
            ObjectNode entry = axes.addObject();
            ArrayNode keys = entry.putArray("keys");
            axis.keys().forEach(keys::add);
            ArrayNode values = entry.putArray("values");
            for (List<String> value : axis.values()) {
                ArrayNode texts = values.addArray();
                value.forEach(texts::add);
            }
        }
        ArrayNode points = node.putArray("points");
        for (Sweep.Point point : sweep.points()) {
            ObjectNode entry = points.addObject();
            entry.put("row", point.row());
            entry.put("base", point.base());
            ObjectNode values = entry.putObject("values");
            point.values().forEach(values::put);
        }
    }
}
