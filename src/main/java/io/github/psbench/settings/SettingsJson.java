package io.github.psbench.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.base.Name;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings as JSON: records by their YAML keys in the order of their components, variants with their {@code name} first, null as "none".
 * Trial ids are made of it, so it changes only where a setting does.
 */
public final class SettingsJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** The whole numbers that JSON's own number type, a double, holds exactly; others are written as text. */
    private static final long EXACT = 1L << 53;

    private SettingsJson() {}

    public static JsonNode of(Record settings) {
        ObjectNode object = JSON.objectNode();
        Name name = settings.getClass().getAnnotation(Name.class);
        if (name != null) {
            object.put(Layers.NAME, name.value());
        }
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            object.set(Keys.of(component), value(get(settings, component)));
        }
        return object;
    }

    private static @Nullable Object get(Record settings, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    private static JsonNode value(@Nullable Object value) {
        if (value == null) {
            return JSON.textNode("none");
        }
        if (value instanceof Record settings) {
            return of(settings);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = JSON.arrayNode();
            list.forEach(item -> array.add(value(item)));
            return array;
        }
        if (value instanceof Enum<?> constant) {
            return JSON.textNode(Keys.of(constant));
        }
        if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        }
        if (value instanceof Integer number) {
            return JSON.numberNode(number);
        }
        if (value instanceof Long number) {
            return number >= -EXACT && number <= EXACT ? JSON.numberNode(number) : JSON.textNode(number.toString());
        }
        if (value instanceof Double number) {
            return JSON.numberNode(number);
        }
        if (value instanceof String text) {
            return JSON.textNode(text);
        }
        throw new IllegalArgumentException("not a setting: " + value.getClass().getName());
    }
}
