package io.github.psbench.report.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands in a JSON object, however deep, by its path. A list counts as one value. */
public final class Leaves {
    private Leaves() {}

    /** @param separator between the keys of a path */
    public static Map<String, JsonNode> of(JsonNode object, String separator) {
        Map<String, JsonNode> leaves = new LinkedHashMap<>();
        add(object, "", separator, leaves);
        return leaves;
    }

    private static void add(JsonNode object, String prefix, String separator, Map<String, JsonNode> leaves) {
        object.properties().forEach(field -> {
            if (field.getValue().isObject()) {
                add(field.getValue(), prefix + field.getKey() + separator, separator, leaves);
            } else {
                leaves.put(prefix + field.getKey(), field.getValue());
            }
        });
    }
}
