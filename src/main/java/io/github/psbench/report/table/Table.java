package io.github.psbench.report.table;

import io.github.psbench.eval.Metric;
import io.github.psbench.report.document.Grid;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table before it takes any format. Text in it is plain: every formatter escapes it as its format asks.
 *
 * @param experiment what was asked for
 * @param splits which queries the columns are over, in their order
 * @param overview null where there is none to give
 * @param claims null where the experiment claims nothing
 * @param sections the data sets of the experiment in its order, then those that only the paper has, in the order in which its rows name them
 * @param notes to the marks of rows and cells, by mark
 * @param explanations what a reader has to know to read the numbers, whole sentences
 * @param digest of what the numbers come from, see {@link InputsDigest}
 * @param trials in the experiment's order
 */
record Table(
        Experiment experiment,
        List<Split> splits,
        @Nullable Overview overview,
        @Nullable Claims claims,
        List<Section> sections,
        List<Note> notes,
        List<String> explanations,
        String digest,
        List<TrialOutcome> trials) {
    private static final int LONGEST_REASON = 300;

    /**
     * One data set.
     *
     * @param rows the published ones first
     * @param standings by column, in the order of the rows
     * @param facts what its trials say of the data set, whole sentences
     * @param comparisons of measured rows with published ones
     */
    record Section(
            String dataset,
            List<Row> rows,
            Map<Column, List<Standing>> standings,
            List<String> facts,
            List<Comparison> comparisons) {
        Section {
            rows = List.copyOf(rows);
            standings = Collections.unmodifiableMap(new LinkedHashMap<>(standings));
            facts = List.copyOf(facts);
            comparisons = List.copyOf(comparisons);
        }

        Standing standing(int row, Column column) {
            List<Standing> inColumn = standings.get(column);
            return inColumn == null ? Standing.NONE : inColumn.get(row);
        }

        /** A row's cell with its place, its mark and, where it is measured, its key. */
        Grid.Cell cell(int row, Column column) {
            Cell cell = rows.get(row).cell(column);
            Standing standing = standing(row, column);
            String key = cell instanceof Cell.Measured
                    ? Report.key(dataset, rows.get(row).name(), column.key())
                    : "";
            return new Grid.Cell(cell.text(), standing.emphasis(), standing.mark(), key);
        }

        List<Row.FromPaper> published() {
            return rows.stream()
                    .filter(Row.FromPaper.class::isInstance)
                    .map(Row.FromPaper.class::cast)
                    .toList();
        }

        List<Row.FromTrials> measured() {
            return rows.stream()
                    .filter(Row.FromTrials.class::isInstance)
                    .map(Row.FromTrials.class::cast)
                    .toList();
        }
    }

    /** @param mark one or more letters */
    record Note(String mark, String text) {
        /** "[a] resnet50, ..." */
        String line() {
            return "[" + mark + "] " + text;
        }
    }

    Table {
        splits = List.copyOf(splits);
        sections = List.copyOf(sections);
        notes = List.copyOf(notes);
        explanations = List.copyOf(explanations);
        trials = List.copyOf(trials);
    }

    /** Those that have something to show in the columns, beyond what the overview shows of them. */
    List<Section> shown() {
        return sections.stream()
                .filter(section -> !section.measured().isEmpty()
                        || (splits.contains(Split.ALL) && (overview == null || printsMore(section))))
                .toList();
    }

    /** The notes whose marks stand in what is shown. */
    List<Note> shownNotes() {
        List<String> cells = shown().stream()
                .flatMap(section -> grid(section).all())
                .flatMap(List::stream)
                .toList();
        return notes.stream()
                .filter(note -> cells.stream().anyMatch(cell -> cell.endsWith("[" + note.mark() + "]")))
                .toList();
    }

    private boolean printsMore(Section section) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric != experiment.metric())
                .map(metric -> new Column(metric, Split.ALL))
                .anyMatch(column ->
                        section.published().stream().anyMatch(row -> row.cell(column) instanceof Cell.PublishedNumber));
    }

    /** A data set's rows. Papers do not tell queries apart, so their rows are left out unless all queries are asked for. */
    Grid grid(Section section) {
        List<Column> columns = Column.shown(splits, experiment.metric());
        List<List<Grid.Cell>> lines = IntStream.range(0, section.rows().size())
                .filter(row -> splits.contains(Split.ALL) || section.rows().get(row) instanceof Row.FromTrials)
                .mapToObj(row -> line(section, row, columns))
                .toList();
        return new Grid(
                "",
                1,
                Stream.concat(Stream.of("Method", "n"), columns.stream().map(Column::heading))
                        .toList(),
                lines);
    }

    private static List<Grid.Cell> line(Section section, int row, List<Column> columns) {
        return Stream.concat(
                        Stream.of(
                                Grid.Cell.of(section.rows().get(row).label()),
                                Grid.Cell.of(section.rows().get(row).seeds())),
                        columns.stream().map(column -> section.cell(row, column)))
                .toList();
    }

    /** Why trials have no result, each reason in short and once, with all its trials. */
    List<String> reasons() {
        Map<String, List<String>> trialsByReason = new LinkedHashMap<>();
        for (TrialOutcome trial : trials) {
            if (trial.reason() != null) {
                trialsByReason
                        .computeIfAbsent(
                                TrialCounts.word(trial.state()) + ": " + asSentence(beginning(trial.reason())),
                                unseen -> new ArrayList<>())
                        .add(trial.spec().row() + ", " + trial.spec().dataset() + ", seed "
                                + trial.spec().seed() + " (" + shortId(trial) + ")");
            }
        }
        return trialsByReason.entrySet().stream()
                .map(entry -> entry.getKey() + " Trials: " + String.join("; ", entry.getValue()) + ".")
                .toList();
    }

    /** The first line, of at most {@link #LONGEST_REASON} characters; "…" tells that there is more. */
    private static String beginning(String reason) {
        String whole = reason.strip();
        String line = whole.lines().findFirst().orElse("");
        String shown = line.codePointCount(0, line.length()) <= LONGEST_REASON
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_REASON));
        return shown.equals(whole) ? shown : shown.stripTrailing() + " … (in full in the table's .json)";
    }

    private static String asSentence(String reason) {
        return reason.endsWith(".") || reason.endsWith(")") ? reason : reason + ".";
    }

    /** Enough of a trial's id to find its folder. */
    static String shortId(TrialOutcome trial) {
        String id = trial.id();
        return id == null ? "–" : id.substring(0, Math.min(12, id.length()));
    }
}
