package io.github.psbench.spec;

import io.github.psbench.settings.Located;
import io.github.psbench.settings.Scalars;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A value of a sweep: how it is shown, and when two are the same. */
final class SweptValue {
    private SweptValue() {}

    /** On one line, as YAML writes it. */
    static String shown(Located value) {
        if (value instanceof Located.Mapping mapping) {
            return mapping.entries().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + shown(entry.getValue().value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Located.Sequence sequence) {
            return sequence.items().stream().map(SweptValue::shown).collect(Collectors.joining(", ", "[", "]"));
        }
        Located.Scalar scalar = (Located.Scalar) value;
        return scalar.plain() ? scalar.text() : "\"" + scalar.text() + "\"";
    }

    /** What equals that of another value exactly if both mean the same: 4 and 4.0 do, and mappings whatever the order of their keys. */
    static Object identity(Located value) {
        if (value instanceof Located.Mapping mapping) {
            return identities(mapping);
        }
        if (value instanceof Located.Sequence sequence) {
            return sequence.items().stream().map(SweptValue::identity).toList();
        }
        Located.Scalar scalar = (Located.Scalar) value;
        BigDecimal number = Scalars.number(scalar);
        return number == null ? List.of(scalar.text(), scalar.plain()) : number.stripTrailingZeros();
    }

    /** The identities of a mapping's values, by key. */
    static Map<String, Object> identities(Located.Mapping mapping) {
        Map<String, Object> identities = new HashMap<>();
        mapping.entries().forEach((key, entry) -> identities.put(key, identity(entry.value())));
        return identities;
    }
}
