package io.github.psbench.spec;

import io.github.psbench.settings.Located;
import io.github.psbench.settings.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Settings that vary together.
 *
 * @param keys dotted
 * @param values of each step along the axis the values by key, each step once
 */
record SweepAxis(List<String> keys, List<Located.Mapping> values) {
    /**
     * @param lists the values of each key, all lists of one length; at least one
     * @param keys where each key is written
     */
    static SweepAxis of(Map<String, Located.Sequence> lists, Map<String, Place> keys) {
        Map<Map<String, Object>, Located.Mapping> steps = new LinkedHashMap<>();
        int length = lists.values().stream()
                .mapToInt(list -> list.items().size())
                .min()
                .orElse(0);
        for (int i = 0; i < length; i++) {
            Map<String, Located.Entry> step = new LinkedHashMap<>();
            for (Map.Entry<String, Located.Sequence> list : lists.entrySet()) {
                String key = list.getKey();
                step.put(
                        key,
                        new Located.Entry(
                                keys.getOrDefault(key, Place.BUILT_IN),
                                list.getValue().items().get(i)));
            }
            Located.Mapping values = new Located.Mapping(Place.BUILT_IN, step);
            steps.putIfAbsent(SweptValue.identities(values), values);
        }
        return new SweepAxis(List.copyOf(lists.keySet()), List.copyOf(steps.values()));
    }

    /** The values of one of its keys. */
    Stream<Located> values(String key) {
        return values.stream().flatMap(value -> Stream.ofNullable(value.get(key)));
    }

    Sweep.Axis shown() {
        return new Sweep.Axis(
                keys,
                values.stream()
                        .map(value -> value.entries().values().stream()
                                .map(entry -> SweptValue.shown(entry.value()))
                                .toList())
                        .toList());
    }
}
