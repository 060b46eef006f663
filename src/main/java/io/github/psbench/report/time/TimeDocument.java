package io.github.psbench.report.time;

import io.github.psbench.report.document.Document;
import io.github.psbench.report.document.Grid;
import io.github.psbench.report.table.Explanations;
import io.github.psbench.report.table.TrialCounts;
import io.github.psbench.run.TrialTimes.Machine;
import io.github.psbench.run.work.StepTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table of times in words and grids. */
final class TimeDocument {
    private static final String NOTHING = "–";

    private final TimeTable table;

    private TimeDocument(TimeTable table) {
        this.table = table;
    }

    static Document of(TimeTable table) {
        TimeDocument document = new TimeDocument(table);
        List<Document.Block> blocks = new ArrayList<>();
        blocks.add(new Document.Paragraph(Explanations.caption(table.experiment())));
        blocks.add(new Document.Heading("Minutes of training"));
        blocks.add(document.overview());
        for (String dataset : table.experiment().datasets()) {
            List<TimeRow> rows = table.rows(dataset);
            blocks.add(new Document.Heading(dataset));
            blocks.add(times(rows));
            if (rows.stream().anyMatch(row -> !row.finished().isEmpty())) {
                blocks.add(machines(rows));
            }
            blocks.add(new Document.Bullets(TimeNotes.of(rows)));
        }
        blocks.add(new Document.Heading("How to read it"));
        blocks.add(new Document.Bullets(TimeNotes.of(table)));
        return new Document(
                table.experiment().title(), blocks, List.of(new Document.Heading("Trials"), document.trials()));
    }

    /** Methods by data sets, measured and published side by side. */
    private Grid overview() {
        List<String> headings = new ArrayList<>(List.of("Method", "n"));
        for (String dataset : table.datasets()) {
            if (isMeasured(dataset)) {
                headings.add(dataset);
            }
            if (isPublished(dataset)) {
                headings.add(dataset + " (published)");
            }
        }
        return new Grid(
                "",
                1,
                headings,
                table.rows(table.datasets().get(0)).stream()
                        .map(TimeRow::name)
                        .map(this::line)
                        .toList());
    }

    private List<Grid.Cell> line(String name) {
        List<TimeRow> rows =
                table.rows().stream().filter(row -> row.name().equals(name)).toList();
        List<Grid.Cell> cells = new ArrayList<>();
        cells.add(Grid.Cell.of(label(name, rows)));
        cells.add(Grid.Cell.of(
                rows.get(0).declared()
                        ? rows.stream()
                                .filter(row -> isMeasured(row.dataset()))
                                .map(row -> String.valueOf(row.finished().size()))
                                .distinct()
                                .collect(Collectors.joining(", "))
                        : NOTHING));
        for (TimeRow row : rows) {
            if (isMeasured(row.dataset())) {
                cells.add(TimeCells.of(row, Quantity.TRAINING));
            }
            if (isPublished(row.dataset())) {
                cells.add(TimeCells.published(row.publishedMinutes()));
            }
        }
        return cells;
    }

    private boolean isMeasured(String dataset) {
        return table.experiment().datasets().contains(dataset);
    }

    private boolean isPublished(String dataset) {
        return table.published().stream().anyMatch(row -> row.minutes().containsKey(dataset));
    }

    /** A mean over fewer seeds never goes unsaid. */
    private static String label(String name, List<TimeRow> rows) {
        String unfinished = TrialCounts.of(rows.stream()
                        .flatMap(row -> row.trials().stream())
                        .map(TimedTrial::outcome)
                        .toList())
                .unfinished();
        return unfinished.isEmpty() ? name : name + " (" + unfinished + ")";
    }

    private static Grid times(List<TimeRow> rows) {
        boolean published = rows.stream().anyMatch(row -> row.publishedMinutes() != null);
        List<String> headings = new ArrayList<>(List.of("Method", "n"));
        Stream.of(Quantity.values()).map(Quantity::heading).forEach(headings::add);
        if (published) {
            headings.add("Published (min)");
        }
        return new Grid(
                "",
                1,
                headings,
                rows.stream()
                        .filter(row -> row.declared() || row.publishedMinutes() != null)
                        .map(row -> times(row, published))
                        .toList());
    }

    private static List<Grid.Cell> times(TimeRow row, boolean published) {
        List<Grid.Cell> cells = new ArrayList<>();
        cells.add(Grid.Cell.of(label(row.name(), List.of(row))));
        cells.add(Grid.Cell.of(row.declared() ? String.valueOf(row.finished().size()) : NOTHING));
        Stream.of(Quantity.values())
                .map(quantity -> TimeCells.of(row, quantity))
                .forEach(cells::add);
        if (published) {
            cells.add(TimeCells.published(row.publishedMinutes()));
        }
        return cells;
    }

    /** What the times depend on besides the work. */
    private static Grid machines(List<TimeRow> rows) {
        List<List<String>> lines = new ArrayList<>();
        for (TimeRow row : rows) {
            for (Stage stage : Stage.values()) {
                if (row.finished().stream().anyMatch(trial -> stage.isIn(trial.recipe()))) {
                    lines.add(machine(row, stage));
                }
            }
        }
        return Grid.ofTexts(
                3,
                List.of(
                        "Measured with",
                        "Device",
                        "Precision",
                        "Threads",
                        "Trials at once",
                        "Batch",
                        "Steps",
                        "Measured steps"),
                lines);
    }

    private static List<String> machine(TimeRow row, Stage stage) {
        return List.of(
                row.name() + (stage == Stage.TRAINING ? ": training" : ": pretraining"),
                known(row, stage, Machine::device),
                joined(row.each(trial -> TimeNotes.precision(trial.recipe()))),
                known(row, stage, Machine::threads),
                known(row, stage, Machine::trialsAtOnce),
                joined(row.each(trial -> stage.batch(trial.recipe()))),
                steps(row, stage, StepTimes::steps),
                steps(row, stage, StepTimes::measured));
    }

    private static String known(TimeRow row, Stage stage, Function<Machine, @Nullable Object> fact) {
        return joined(row.machines(stage).stream()
                .map(machine -> machine.<Object>map(fact).orElse("unknown"))
                .toList());
    }

    private static String steps(TimeRow row, Stage stage, Function<StepTimes, Object> fact) {
        return joined(row.each(trial -> {
            StepTimes steps = stage.steps(Objects.requireNonNull(trial.times()));
            return steps == null ? NOTHING : fact.apply(steps);
        }));
    }

    private static String joined(List<?> facts) {
        return facts.stream().map(String::valueOf).distinct().collect(Collectors.joining("; "));
    }

    private Grid trials() {
        return Grid.ofTexts(
                4,
                List.of("Trial", "Method", "Data set", "State", "Seed", "Training (min)", "Pretraining (min)"),
                table.trials()
                        .map(trial -> List.of(
                                TimeNotes.shortId(trial),
                                trial.outcome().spec().row(),
                                trial.outcome().spec().dataset(),
                                TrialCounts.word(trial.outcome().state()),
                                String.valueOf(trial.outcome().spec().seed()),
                                minutes(trial.trainingMinutes(), trial.isWhole()),
                                minutes(trial.pretrainingMinutes(), trial.isWholePretraining())))
                        .toList());
    }

    private static String minutes(@Nullable Double minutes, boolean whole) {
        return minutes == null ? NOTHING : TimeCells.rounded(minutes, minutes) + (whole ? TimeCells.WHOLE : "");
    }
}
