package io.github.psbench.report.time;

import io.github.psbench.run.work.StepTimes;
import org.jspecify.annotations.Nullable;

/** What a trial's times tell; a column of the table. */
enum Quantity {
    TRAINING("training", "Training (min)", "minutes"),
    PRETRAINING("pretraining", "Pretraining (min)", "minutes"),
    /** Until the validation score is near its final one. */
    TARGET("target", "To 95 % (min)", "minutes"),
    STEP("step", "Step (ms)", "milliseconds"),
    RATE("rate", "Images/s", "images a second");

    private final String key;
    private final String heading;
    private final String unit;

    Quantity(String key, String heading, String unit) {
        this.key = key;
        this.heading = heading;
        this.unit = unit;
    }

    /** In the JSON file and in the keys of cells. */
    String key() {
        return key;
    }

    /** With the unit in short. */
    String heading() {
        return heading;
    }

    /** In whole words. */
    String unit() {
        return unit;
    }

    /** Null where the trial does not tell. */
    @Nullable
    Double of(TimedTrial trial) {
        StepTimes steps = trial.steps();
        return switch (this) {
            case TRAINING -> trial.trainingMinutes();
            case PRETRAINING -> trial.pretrainingMinutes();
            case TARGET -> trial.targetMinutes();
            case STEP -> steps == null ? null : steps.medianSeconds() * 1000;
            case RATE -> steps == null ? null : steps.imagesPerSecond();
        };
    }
}
