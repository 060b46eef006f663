package io.github.psbench.report.time;

import io.github.psbench.report.statistics.SeedValue;
import io.github.psbench.report.table.TrialCounts;
import io.github.psbench.run.TrialTimes;
import io.github.psbench.run.TrialTimes.Machine;
import io.github.psbench.run.work.StepTimes;
import io.github.psbench.spec.Published;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A method on a data set.
 *
 * @param name of the experiment's row and of the published one
 * @param published null if the paper has no such row
 * @param trials in the order of the seeds; empty where the experiment has no such row, or does not train it on this data set
 * @param declared whether the experiment has such a row
 */
record TimeRow(
        String name, String dataset, Published.@Nullable Row published, List<TimedTrial> trials, boolean declared) {
    TimeRow {
        trials = List.copyOf(trials);
    }

    /** Null if the paper does not print any. */
    @Nullable
    Double publishedMinutes() {
        return published == null ? null : published.minutes().get(dataset);
    }

    List<TimedTrial> finished() {
        return trials.stream().filter(trial -> trial.times() != null).toList();
    }

    /** By seed, of the trials that tell it; whole times are left out where others are without warm-up. */
    List<SeedValue> values(Quantity quantity) {
        boolean measured = !isWhole(quantity);
        List<SeedValue> values = new ArrayList<>();
        for (TimedTrial trial : trials) {
            Double value = quantity.of(trial);
            if (value != null && !(measured && whole(quantity).test(trial))) {
                values.add(new SeedValue(trial.outcome().spec().seed(), value));
            }
        }
        return values;
    }

    /** Whether its values are whole wall times, because no trial has anything better. */
    boolean isWhole(Quantity quantity) {
        List<TimedTrial> telling =
                finished().stream().filter(trial -> quantity.of(trial) != null).toList();
        return !telling.isEmpty() && telling.stream().allMatch(whole(quantity));
    }

    /** Finished trials that have whole wall times only, where others have been measured without warm-up. */
    long leftOut(Quantity quantity) {
        return isWhole(quantity)
                ? 0
                : finished().stream()
                        .filter(trial -> quantity.of(trial) != null)
                        .filter(whole(quantity))
                        .count();
    }

    private static Predicate<TimedTrial> whole(Quantity quantity) {
        return switch (quantity) {
            case TRAINING, TARGET -> TimedTrial::isWhole;
            case PRETRAINING -> TimedTrial::isWholePretraining;
            case STEP, RATE -> trial -> false;
        };
    }

    /** What stands where there is no value. */
    String missing(Quantity quantity) {
        if (!declared) {
            return quantity == Quantity.TRAINING && published != null && !published.ours()
                    ? "not implemented yet"
                    : "–";
        }
        if (trials.isEmpty()) {
            return "–";
        }
        if (finished().isEmpty()) {
            return counts().missing();
        }
        return quantity == Quantity.STEP || quantity == Quantity.RATE ? "not measured" : "–";
    }

    TrialCounts counts() {
        return TrialCounts.of(trials.stream().map(TimedTrial::outcome).toList());
    }

    /** Every value that the finished trials have of something, each once, in the order of the seeds. */
    <T> List<T> each(Function<TimedTrial, T> fact) {
        return finished().stream().map(fact).distinct().toList();
    }

    /** On which its trials trained, or on which their backbones were made; each once, empty where it is not known. */
    List<Optional<Machine>> machines(Stage stage) {
        return each(trial -> {
            TrialTimes times = Objects.requireNonNull(trial.times());
            return switch (stage) {
                case TRAINING -> Optional.of(times.machine());
                case PRETRAINING -> Optional.ofNullable(times.pretrainingMachine());
            };
        });
    }

    /** Whether its mean mixes devices, threads, or trials that ran in different company. */
    boolean isMixed(Stage stage) {
        return machines(stage).size() > 1;
    }

    /** Whether a trial is known to have run beside others. */
    boolean isDisturbed() {
        return Stream.of(Stage.values())
                .flatMap(stage -> machines(stage).stream())
                .flatMap(Optional::stream)
                .anyMatch(machine -> machine.trialsAtOnce() != null && machine.trialsAtOnce() > 1);
    }

    /** The fewest processors that were busy with a trial's stage, where that is known and a processor trained it. */
    OptionalDouble fewestProcessors() {
        return finished().stream()
                .map(TimedTrial::times)
                .map(Objects::requireNonNull)
                .filter(times -> !times.machine().gpu())
                .flatMap(times -> Stream.of(Stage.values()).map(stage -> stage.steps(times)))
                .filter(Objects::nonNull)
                .mapToDouble(StepTimes::processors)
                .filter(processors -> processors > 0)
                .min();
    }

    /** Whether it is not known of a trial if it ran beside others. */
    boolean isOfUnknownCompany() {
        return machines(Stage.TRAINING).stream()
                .flatMap(Optional::stream)
                .anyMatch(machine -> machine.trialsAtOnce() == null);
    }
}
