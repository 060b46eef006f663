package io.github.psbench.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Settings that an experiment varies: every declared row is run at every point, and each such run is a row of its own.
 *
 * @param axes one for each key of {@code product}, then one for the whole of {@code zip}; empty where all points are written by hand
 * @param points one for each of the experiment's rows, in their order
 */
public record Sweep(List<Axis> axes, List<Point> points) {
    public Sweep {
        axes = List.copyOf(axes);
        points = List.copyOf(points);
    }

    /**
     * What varies together.
     *
     * @param keys dotted keys of settings, such as "loss.asmr.lambda"; more than one only for {@code zip}
     * @param values in the order of the file, each once; of each a text for each key, as it is written
     */
    public record Axis(List<String> keys, List<List<String>> values) {
        public Axis {
            keys = List.copyOf(keys);
            values = values.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A row that the sweep makes.
     *
     * @param row its name, such as "Ours, lambda = 4"
     * @param base the declared row that it varies, such as "Ours"
     * @param values what is set, as it is written, by dotted key; of a point by hand it may be only some of the axes' keys, and others
     */
    public record Point(String row, String base, Map<String, String> values) {
        public Point {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }
}
