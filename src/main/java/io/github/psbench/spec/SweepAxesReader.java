package io.github.psbench.spec;

import io.github.psbench.settings.Located;
import io.github.psbench.settings.Place;
import io.github.psbench.settings.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes axes of {@code product} and {@code zip}. */
final class SweepAxesReader {
    private SweepAxesReader() {}

    /** What is wrong is left out. */
    static List<SweepAxis> read(DeclaredSweep declared, Problems problems) {
        List<SweepAxis> axes = new ArrayList<>();
        declared.product().entries().forEach((key, entry) -> {
            Located.Sequence list = list(key, entry.value(), problems);
            if (list != null) {
                axes.add(SweepAxis.of(Map.of(key, list), Map.of(key, entry.key())));
            }
        });
        Map<String, Located.Sequence> lists = new LinkedHashMap<>();
        Map<String, Place> keys = new LinkedHashMap<>();
        declared.zip().entries().forEach((key, entry) -> {
            Located.Entry earlier = declared.product().entries().get(key);
            if (earlier != null) {
                problems.add(entry.key(), "'%s' is already in product, at %s; leave it in one", key, earlier.key());
                return;
            }
            Located.Sequence list = list(key, entry.value(), problems);
            if (list != null && oneLength(key, list, lists, problems)) {
                lists.put(key, list);
                keys.put(key, entry.key());
            }
        });
        if (!lists.isEmpty()) {
            axes.add(SweepAxis.of(lists, keys));
        }
        return axes;
    }

    private static Located.@Nullable Sequence list(String key, Located written, Problems problems) {
        if (written instanceof Located.Sequence list) {
            if (!list.items().isEmpty()) {
                return list;
            }
            problems.add(list.place(), "'%s' has no values to sweep; write at least one, or take the key out", key);
            return null;
        }
        problems.add(
                written.place(),
                "the values of '%s' must be a list, got %s; write %s",
                key,
                written.described(),
                written instanceof Located.Mapping
                        ? "the whole key before the list, like loss.asmr.lambda: [0, 2, 4]"
                        : "brackets around them, like [0, 2, 4]");
        return null;
    }

    private static boolean oneLength(
            String key, Located.Sequence list, Map<String, Located.Sequence> lists, Problems problems) {
        for (Map.Entry<String, Located.Sequence> other : lists.entrySet()) {
            int length = other.getValue().items().size();
            if (length != list.items().size()) {
                problems.add(
                        list.place(),
                        "the lists of zip must be of one length, but '%s' has %d and '%s' %d; product takes every combination of any",
                        key,
                        list.items().size(),
                        other.getKey(),
                        length);
                return false;
            }
        }
        return true;
    }
}
