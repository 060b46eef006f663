package io.github.psbench.export.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** Between JSON, the table's columns and cells. */
final class ColumnValues {
    private ColumnValues() {}

    /** Of a setting, by the values that it has: numbers if all are, and text where they differ in kind. */
    static ColumnType type(@Nullable JsonNode[] values) {
        List<JsonNode> there = Arrays.stream(values)
                .filter(ColumnValues::isThere)
                .map(Objects::requireNonNull)
                .toList();
        if (all(there, node -> node.isIntegralNumber() && node.canConvertToLong())) {
            return ColumnType.WHOLE;
        }
        if (all(there, JsonNode::isNumber)) {
            return ColumnType.NUMBER;
        }
        return all(there, JsonNode::isBoolean) ? ColumnType.TRUTH : ColumnType.TEXT;
    }

    private static boolean all(List<JsonNode> nodes, Predicate<JsonNode> like) {
        return !nodes.isEmpty() && nodes.stream().allMatch(like);
    }

    private static boolean isThere(@Nullable JsonNode node) {
        return node != null && !node.isMissingNode() && !node.isNull();
    }

    static Column<?> column(String name, ColumnType type, @Nullable JsonNode[] values) {
        Column<?> column =
                switch (type) {
                    case TEXT -> StringColumn.create(name);
                    case NUMBER -> DoubleColumn.create(name);
                    case WHOLE -> LongColumn.create(name);
                    case TRUTH -> BooleanColumn.create(name);
                    case TIME -> InstantColumn.create(name);
                };
        for (JsonNode value : values) {
            if (isThere(value) && fits(value, type)) {
                append(column, value);
            } else {
                column.appendMissing();
            }
        }
        return column;
    }

    /** A file that somebody has changed may have a word where a number belongs. */
    private static boolean fits(JsonNode value, ColumnType type) {
        return switch (type) {
            case TEXT -> true;
            case NUMBER -> value.isNumber();
            case WHOLE -> value.isIntegralNumber() && value.canConvertToLong();
            case TRUTH -> value.isBoolean();
            case TIME -> value.isTextual();
        };
    }

    private static void append(Column<?> column, JsonNode value) {
        if (column instanceof StringColumn text) {
            text.append(value.isTextual() ? value.textValue() : value.toString());
        } else if (column instanceof DoubleColumn number) {
            number.append(value.doubleValue());
        } else if (column instanceof LongColumn whole) {
            whole.append(value.longValue());
        } else if (column instanceof BooleanColumn truth) {
            truth.append(value.booleanValue());
        } else {
            ((InstantColumn) column).append(Instant.parse(value.textValue()));
        }
    }

    static Cell cell(Column<?> column, int line) {
        if (column.isMissing(line)) {
            return Cell.Nothing.HERE;
        }
        if (column instanceof StringColumn text) {
            return new Cell.Words(text.get(line));
        }
        if (column instanceof DoubleColumn number) {
            return new Cell.Decimal(number.getDouble(line));
        }
        if (column instanceof LongColumn whole) {
            return new Cell.Whole(whole.getLong(line));
        }
        if (column instanceof BooleanColumn truth) {
            return new Cell.Truth(truth.get(line));
        }
        return new Cell.Moment(((InstantColumn) column).get(line));
    }
}
