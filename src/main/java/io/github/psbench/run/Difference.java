package io.github.psbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two trials in one place.
 *
 * @param key dotted, as for {@code --set}: "loss.asmr.lambda"
 * @param first value as JSON, a text without its quotes; null where the first trial has none
 * @param second likewise
 */
public record Difference(
        String key, @Nullable String first, @Nullable String second) {
    /** In the order of the first, then what only the second has. */
    public static List<Difference> ofSettings(TrialFolder first, TrialFolder second) {
        return between(first.settings(), second.settings());
    }

    /** Likewise, of what stands in two {@code trial.json}. */
    static List<Difference> between(JsonNode first, JsonNode second) {
        List<Difference> differences = new ArrayList<>();
        for (String key : keys(first, second)) {
            collect(key.equals(TrialFolder.RECIPE) ? "" : key, first.path(key), second.path(key), differences);
        }
        return differences;
    }

    /** Of where they ran. */
    public static List<Difference> ofEnvironments(TrialFolder first, TrialFolder second) {
        List<Difference> differences = new ArrayList<>();
        collect("", first.environment(), second.environment(), differences);
        return differences;
    }

    private static void collect(String key, JsonNode first, JsonNode second, List<Difference> differences) {
        if (first.equals(second)) {
            return;
        }
        if (first.isObject() && second.isObject()) {
            for (String inner : keys(first, second)) {
                collect(key.isEmpty() ? inner : key + "." + inner, first.path(inner), second.path(inner), differences);
            }
        } else {
            differences.add(new Difference(key, text(first), text(second)));
        }
    }

    private static Set<String> keys(JsonNode first, JsonNode second) {
        Set<String> keys = new LinkedHashSet<>();
        first.fieldNames().forEachRemaining(keys::add);
        second.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
