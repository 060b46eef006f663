package io.github.psbench.run;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A finished trial that is run again, as a check. It has a store of its own, so that nothing is taken over from the first run, its pretrained
 * backbone included.
 *
 * @param results with the store of both, {@code results/reproductions/<id>-<n>}
 * @param original the store that the trial is in
 * @param id of the trial, 64 hexadecimal digits
 */
public record Reproduction(Path results, RunStore original, String id) {
    /** The next of a trial; one that was stopped goes on. */
    public static Reproduction next(Path results, String id) {
        for (int n = 1; ; n++) {
            Path folder = results.resolve("reproductions").resolve(id + "-" + n);
            if (!Files.exists(folder) || new RunStore(folder).result(id) == null) {
                return new Reproduction(folder, new RunStore(results), id);
            }
        }
    }

    /**
     * What a runner is to do.
     *
     * @throws Failure of kind DATA if it is not known how the trial was launched, or if its data, its weights or psbench have changed
     */
    public Plan plan(Places places, Progress progress) {
        Launch launch = original.launched(id);
        Plan plan = Plan.of(launch, places, new RunStore(results), progress);
        Plan.Entry entry = plan.entries().get(0);
        if (entry.identity() == null) {
            throw new Failure(ErrorKind.DATA, Objects.requireNonNull(entry.reason()), null);
        }
        if (!entry.identity().id().equals(id)) {
            throw Failure.data(
                    "Trial %s cannot be run again here: its data, its weights or psbench itself have changed, so that it would be trial %s."
                            + " %s says what it was run with; go back to the commit that its environment.json names, and to these data.",
                    id, entry.identity().id(), original.folder(id).resolve("trial.json"));
        }
        return plan;
    }

    /** Holds what the finished reproduction has left against the original. */
    public Resemblance resemblance() {
        return Resemblance.of(original, new RunStore(results), id);
    }
}
