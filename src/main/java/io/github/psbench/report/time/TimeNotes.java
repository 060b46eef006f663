package io.github.psbench.report.time;

import io.github.psbench.report.table.Explanations;
import io.github.psbench.report.table.TrialCounts;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialTimes;
import io.github.psbench.spec.Published;
import io.github.psbench.train.Recipe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;

/** The sentences around a table of times, plain text. */
final class TimeNotes {
    private static final int SHORT = 12;

    /** Processors that at least a trial keeps busy. */
    private static final double UNDISTURBED = 0.9;

    private TimeNotes() {}

    /** "float32". */
    static String precision(Recipe recipe) {
        return recipe.precision().name().toLowerCase(Locale.ROOT);
    }

    /** Enough of a trial's id to find its folder. */
    static String shortId(TimedTrial trial) {
        String id = trial.outcome().id();
        return id == null ? "–" : id.substring(0, Math.min(SHORT, id.length()));
    }

    /** What is to be said of the rows of one data set. */
    static List<String> of(List<TimeRow> rows) {
        List<String> notes = new ArrayList<>();
        Map<String, List<String>> rowsByRecipe = new LinkedHashMap<>();
        for (TimeRow row : rows) {
            row.each(trial -> Explanations.ofRecipe(trial.recipe())).forEach(recipe -> rowsByRecipe
                    .computeIfAbsent(recipe, unseen -> new ArrayList<>())
                    .add(row.name()));
            notes.addAll(target(row));
            notes.addAll(leftOut(row));
            notes.addAll(disturbed(row));
            if (Stream.of(Stage.values()).anyMatch(row::isMixed)) {
                notes.add("Mixed: the trials of " + row.name()
                        + " did not all run on the same device, with the same threads and as many others beside them, so its means and"
                        + " deviations are not those of one machine. The CSV file has each trial with its own.");
            }
        }
        rowsByRecipe.forEach(
                (recipe, names) -> notes.add("Settings of " + String.join("; ", names) + ": " + recipe + "."));
        return notes;
    }

    private static List<String> target(TimeRow row) {
        List<TimedTrial> reached = row.finished().stream()
                .filter(trial -> trial.targetEpoch() != null)
                .toList();
        if (reached.isEmpty()) {
            return List.of();
        }
        double[] evaluations = reached.stream()
                .map(TimedTrial::times)
                .map(times -> Objects.requireNonNull(times).validation())
                .filter(Objects::nonNull)
                .mapToDouble(TrialTimes.Evaluations::medianSeconds)
                .toArray();
        String median = evaluations.length == 0
                ? ""
                : " Scoring that split once took "
                        + TimeCells.rounded(Median.withDefaults().evaluate(evaluations), 0)
                        + " s (median), which is not part of"
                        + " training.";
        return List.of(
                "Validation: " + row.name() + " reaches 95 % of its final rank-1 on the validation split after epoch "
                        + joined(reached.stream().map(TimedTrial::targetEpoch).toList()) + " of "
                        + joined(row.each(trial -> trial.recipe().training().epochs())) + " (seed "
                        + joined(reached.stream()
                                .map(trial -> trial.outcome().spec().seed())
                                .toList()) + ")." + median);
    }

    /** A thread that computes all the time keeps one processor busy; what is missing went to other programs. */
    private static List<String> disturbed(TimeRow row) {
        OptionalDouble processors = row.fewestProcessors();
        return processors.isEmpty() || processors.getAsDouble() >= UNDISTURBED
                ? List.of()
                : List.of("Disturbed: other work took the processor from " + row.name()
                        + ". Of the time of its measured steps, a stage of a trial got "
                        + Math.round(100 * processors.getAsDouble())
                        + " % of one processor, so these minutes are longer than on a machine that does nothing else.");
    }

    private static List<String> leftOut(TimeRow row) {
        List<String> notes = new ArrayList<>();
        for (Quantity quantity : List.of(Quantity.TRAINING, Quantity.PRETRAINING)) {
            long count = row.leftOut(quantity);
            if (count > 0) {
                notes.add("Left out: of " + row.name() + ", " + count + " of "
                        + row.finished().size()
                        + " finished trials have no measured steps of " + quantity.key()
                        + ", only whole wall times, and are not in its mean. n counts them.");
            }
        }
        return notes;
    }

    private static String joined(List<?> facts) {
        return facts.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** How to read the table. */
    static List<String> of(TimeTable table) {
        List<String> notes = new ArrayList<>();
        notes.add(
                "Training is the median wall time of a gradient step times the steps of the stage, the last and smaller one of an epoch taken for a"
                        + " full one. The first 10 steps of each process are left out as warm-up. A step goes from the loading of its pictures to the"
                        + " optimiser; checkpoints, validation and evaluation are not in it.");
        notes.add(
                "Pretraining is the same of attribute pretraining, and comes on top of training. Trials of the same data, network and seed share one.");
        notes.add(
                "To 95 % is training until the end of the first epoch after which rank-1 on a validation split is at least 95 % of what it is after the"
                        + " last epoch: whole epochs, without pretraining and validation. Such a split is held out of training, so that its epochs are shorter.");
        notes.add("Step is the median step of training, in milliseconds; Images/s is a full batch of training by it.");
        if (table.rows().stream().anyMatch(row -> Stream.of(Quantity.values()).anyMatch(row::isWhole))) {
            notes.add(
                    TimeCells.WHOLE
                            + " is the whole time, warm-up included: these trials are from before steps were measured, or have too few of them.");
        }
        notes.add(
                "Measured cells are mean ± sample standard deviation (ddof = 1) over the finished trials, n of them, one a seed; with n = 1 there is no"
                        + " deviation. – is what is not published, not trained here, or not part of a row.");
        for (Published.Row row : table.published()) {
            if (!row.protocol().isBlank()) {
                notes.add("Published, " + row.name() + ": " + row.protocol());
            }
        }
        if (!table.published().isEmpty()) {
            notes.add(
                    "Not comparable: minutes of one machine say nothing about those of another, such as the paper's GPU. Published minutes stand beside"
                            + " the measured ones to be seen, not to be held against them.");
        }
        if (!table.experiment().profile().equals("paper")) {
            notes.add(
                    "Not the paper's work either: profile " + table.experiment().profile()
                            + " trains another network, on other pictures or smaller ones, than the paper.");
        }
        if (table.rows().stream().anyMatch(TimeRow::isDisturbed)) {
            notes.add(
                    "Side by side: trials that run at once on one machine take from each other's time. --per-device 1, with --results naming a folder of"
                            + " its own, measures them one at a time.");
        }
        if (table.rows().stream().anyMatch(TimeRow::isOfUnknownCompany)) {
            notes.add(
                    "Unknown: of some trials it was not kept how many ran at once. Their times may be those of a machine that did other work as well.");
        }
        List<TrialOutcome> trials = table.trials().map(TimedTrial::outcome).toList();
        notes.add(
                "Trials: " + (trials.isEmpty() ? "none" : TrialCounts.of(trials).all()) + ".");
        Set<String> reasons = new LinkedHashSet<>();
        trials.stream()
                .filter(trial -> trial.reason() != null)
                .forEach(trial -> reasons.add("Why " + TrialCounts.word(trial.state()) + ": "
                        + Objects.requireNonNull(trial.reason())
                                .lines()
                                .findFirst()
                                .orElse("")));
        notes.addAll(reasons);
        return notes;
    }
}
