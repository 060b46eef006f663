package io.github.psbench.spec;

import com.fasterxml.jackson.databind.JsonNode;

/** Settings as JSON: records by their YAML keys, variants with their {@code name}, null as "none". */
public final class SettingsJson {
    private SettingsJson() {}

    public static JsonNode of(Record settings) {
        throw new UnsupportedOperationException();
    }
}
