package io.github.psbench.export.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.report.statistics.Sample;
import io.github.psbench.report.text.Json;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** An answer as a JSON document. What is missing is null. */
final class AnswerJson {
    private AnswerJson() {}

    static String of(Answer answer) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("chosen", answer.chosen());
        document.put("of", answer.asked());
        ArrayNode lines = document.putArray(answer.kind().name().toLowerCase(Locale.ROOT));
        for (List<Cell> line : answer.lines()) {
            fill(lines.addObject(), answer.headings(), line);
        }
        return Json.text(document);
    }

    /** Columns that were values of another are objects in a list, each with its value: any text may be a value, but not any a name. */
    private static void fill(ObjectNode node, List<Answer.Heading> headings, List<Cell> line) {
        Answer.Pivoted last = null;
        for (int i = 0; i < line.size(); i++) {
            Answer.Heading heading = headings.get(i);
            Answer.Pivoted pivoted = heading.pivoted();
            ObjectNode into = node;
            if (pivoted != null) {
                ArrayNode cells = node.withArray("cells");
                if (!Objects.equals(pivoted, last)) {
                    put(cells.addObject(), pivoted.column(), pivoted.value());
                    last = pivoted;
                }
                into = (ObjectNode) cells.get(cells.size() - 1);
            }
            put(into, heading.name(), line.get(i));
        }
    }

    private static void put(ObjectNode node, String name, Cell cell) {
        if (cell instanceof Cell.Words words) {
            Json.put(node, name, words.text());
        } else if (cell instanceof Cell.Decimal decimal) {
            node.put(name, decimal.value());
        } else if (cell instanceof Cell.Whole whole) {
            node.put(name, whole.value());
        } else if (cell instanceof Cell.Truth truth) {
            node.put(name, truth.value());
        } else if (cell instanceof Cell.Moment moment) {
            node.put(name, moment.time().toString());
        } else if (cell instanceof Cell.Summary summary) {
            Sample sample = summary.sample();
            ObjectNode values = node.putObject(name);
            values.put("n", sample.size());
            values.put("mean", sample.mean());
            if (sample.standardDeviation().isPresent()) {
                values.put("sd", sample.standardDeviation().getAsDouble());
            } else {
                values.putNull("sd");
            }
        } else if (cell instanceof Cell.Values values) {
            Json.put(node, name, CellText.exact(values));
        } else {
            node.putNull(name);
        }
    }
}
