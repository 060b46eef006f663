package io.github.psbench.report.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A setting in which a row differs from what surrounds it.
 *
 * @param key dotted, as for {@code --set}
 * @param value of the row
 * @param others what most of the table's other rows have on the data set; null where they have no such setting, or where there are none
 * @param preset what the paper's protocol has; null where it says nothing
 */
record SettingApart(
        String key,
        String value,
        @Nullable String others,
        @Nullable String preset) {
    private static final String IN_USE = "in use";

    /**
     * The settings that differ from what most of the other rows have, in the order of the row's settings, then those that differ from the
     * protocol alone.
     *
     * @param row by dotted keys
     * @param others of each of the other rows; may be empty
     * @param preset of the paper's protocol
     */
    static List<SettingApart> of(
            Map<String, String> row, List<Map<String, String>> others, Map<String, String> preset) {
        List<SettingApart> fromOthers = new ArrayList<>();
        List<SettingApart> fromPreset = new ArrayList<>();
        row.forEach((key, value) -> {
            String usual = others.isEmpty() ? null : usual(key, others);
            String paper = at(key, preset);
            if (!others.isEmpty() && !same(value, usual)) {
                fromOthers.add(new SettingApart(key, value, usual, paper));
            } else if (paper != null && !same(value, paper)) {
                fromPreset.add(new SettingApart(key, value, usual, paper));
            }
        });
        fromOthers.addAll(fromPreset);
        return fromOthers;
    }

    /** The value that most have; of several, the first row's. */
    private static @Nullable String usual(String key, List<Map<String, String>> rows) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        rows.forEach(row -> counts.merge(Objects.requireNonNullElse(at(key, row), ""), 1, Integer::sum));
        String most = "";
        int count = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > count) {
                most = entry.getKey();
                count = entry.getValue();
            }
        }
        return most.isEmpty() ? null : most;
    }

    /** What settings have at a key, or what ends the way to it, such as none; a bare word is the name of a variant. */
    private static @Nullable String at(String key, Map<String, String> settings) {
        String value = settings.get(key);
        for (String way = key; value == null && way.contains("."); value = settings.get(way)) {
            way = way.substring(0, way.lastIndexOf('.'));
        }
        if (value != null) {
            return value;
        }
        String name = settings.get(key + ".name");
        if (name != null) {
            return name;
        }
        return settings.keySet().stream().anyMatch(other -> other.startsWith(key + ".")) ? IN_USE : null;
    }

    /** 0.01 and 1e-2 are. */
    private static boolean same(String value, @Nullable String other) {
        if (other == null || value.equals(other)) {
            return value.equals(other);
        }
        try {
            return new BigDecimal(value).compareTo(new BigDecimal(other)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
