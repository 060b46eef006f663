package io.github.psbench.export.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import io.github.psbench.run.StoredTrial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.selection.Selection;

/**
 * Trials in lines, what they are and came to in columns with types: first those that every table has, then the settings by their keys.
 *
 * @param table whose columns are named by their numbers
 * @param columns as they stand in the table
 * @param groups which are no columns, but the beginnings of keys, such as {@code training.optimiser}
 */
public record TrialTable(Table table, List<TrialColumn> columns, Set<String> groups) {
    /** In a column of a setting that other trials have switched off. */
    static final String GIVEN = "given";

    /** What is switched off. */
    static final String NONE = "none";

    /**
     * Reads trials, but those of which a file is damaged.
     *
     * @param notes gets a sentence for each of these
     */
    public static TrialTable of(List<StoredTrial> trials, Progress progress, List<String> notes) {
        List<TrialFacts> all = new ArrayList<>();
        try (Progress.Task task = progress.begin("reading trials", trials.size())) {
            for (StoredTrial trial : trials) {
                try {
                    all.add(TrialFacts.of(trial));
                } catch (Failure e) {
                    if (e.kind() != ErrorKind.DATA) {
                        throw e;
                    }
                    notes.add("Trial %s is left out: %s".formatted(trial.shortId(), e.getMessage()));
                }
                task.advance(1);
            }
        }
        return of(all);
    }

    static TrialTable of(List<TrialFacts> trials) {
        Map<String, @Nullable JsonNode[]> settings = new TreeMap<>();
        Map<String, boolean[]> groups = new TreeMap<>();
        for (int trial = 0; trial < trials.size(); trial++) {
            for (Map.Entry<String, JsonNode> setting :
                    trials.get(trial).settings().entrySet()) {
                String key = setting.getKey();
                settings.computeIfAbsent(key, unseen -> new JsonNode[trials.size()])[trial] = setting.getValue();
                for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
                    groups.computeIfAbsent(key.substring(0, dot), unseen -> new boolean[trials.size()])[trial] = true;
                }
            }
        }
        TrialTable table = new TrialTable(Table.create(), new ArrayList<>(), groups.keySet());
        for (TrialColumn column : TrialFacts.COLUMNS) {
            JsonNode[] facts = new JsonNode[trials.size()];
            for (int trial = 0; trial < facts.length; trial++) {
                facts[trial] = trials.get(trial).facts().get(column.name());
            }
            table.add(column, facts);
        }
        settings.forEach((key, nodes) -> {
            boolean[] group = groups.remove(key);
            for (int trial = 0; group != null && trial < group.length; trial++) {
                nodes[trial] = nodes[trial] == null && group[trial] ? TextNode.valueOf(GIVEN) : nodes[trial];
            }
            if (table.column(key) == null) {
                table.add(new TrialColumn(key, ColumnValues.type(nodes), true), nodes);
            }
        });
        return table;
    }

    private void add(TrialColumn column, @Nullable JsonNode[] values) {
        columns.add(column);
        table.addColumns(ColumnValues.column(String.valueOf(columns.size()), column.type(), values));
    }

    public int trials() {
        return table.rowCount();
    }

    /** Null if there is none of that name. */
    @Nullable
    TrialColumn column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** One of those that every table has. */
    TrialColumn required(String name) {
        return Objects.requireNonNull(column(name), name);
    }

    /** The columns of settings that lie in a group. */
    List<TrialColumn> below(String group) {
        return columns.stream()
                .filter(column -> column.setting() && column.name().startsWith(group + "."))
                .toList();
    }

    /** What lies in a group, one key further down: columns, and groups within it. */
    List<String> within(String group) {
        return below(group).stream()
                .map(column -> {
                    int dot = column.name().indexOf('.', group.length() + 1);
                    return dot < 0 ? column.name() : column.name().substring(0, dot);
                })
                .distinct()
                .toList();
    }

    /** All that a condition may name. */
    Collection<String> names() {
        Set<String> names = new LinkedHashSet<>();
        columns.forEach(column -> names.add(column.name()));
        names.addAll(groups);
        return names;
    }

    Column<?> values(TrialColumn column) {
        return table.column(columns.indexOf(column));
    }

    Cell cell(int line, TrialColumn column) {
        return ColumnValues.cell(values(column), line);
    }

    /** What a column has, line by line. */
    List<Cell> cells(TrialColumn column) {
        List<Cell> cells = new ArrayList<>();
        for (int line = 0; line < trials(); line++) {
            cells.add(cell(line, column));
        }
        return cells;
    }

    /** Only some lines, in the same order. */
    TrialTable where(Selection lines) {
        return new TrialTable(table.where(lines), columns, groups);
    }
}
