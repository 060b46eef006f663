package io.github.psbench.run;

import io.github.psbench.eval.RetrievalScores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trial as its folder tells of it, without the experiment's file. What stands in no file that can be read is null.
 *
 * @param id 64 hexadecimal digits
 * @param folder in {@code runs/} if it is done, else in {@code work/}
 * @param experiment that asked for it first; null for trials from before this was kept
 * @param row in that experiment, likewise
 * @param dataset the column in that experiment, or the data set's own name
 * @param reason how far a partial one is, in words; why a failed one failed; else null
 * @param scores over all queries; null unless done
 * @param finished when its scores were written; null unless done
 */
public record StoredTrial(
        String id,
        Path folder,
        @Nullable String experiment,
        @Nullable String row,
        @Nullable String dataset,
        @Nullable Long seed,
        TrialState state,
        @Nullable String reason,
        @Nullable RetrievalScores scores,
        @Nullable Instant finished) {
    private static final int SHORT = 12;

    /** Whether it was finished, and its scores cannot be read any more. */
    public boolean hasDamagedScores() {
        return state == TrialState.FAILED && Files.exists(folder.resolve(RunStore.SCORES));
    }

    /** The beginning of the id, which hardly ever begins another. */
    public String shortId() {
        return id.substring(0, SHORT);
    }

    /** The next step where what a finished trial has left is damaged, a sentence. */
    public static String remedy(String id) {
        return "Remove the trial with `psbench runs rm %s`; the next run makes it anew."
                .formatted(id.substring(0, Math.min(SHORT, id.length())));
    }

    /** Does the same for a file in the trial's folder, which has its id for a name. */
    public static String remedy(Path file) {
        return remedy(file.getName(file.getNameCount() - 2).toString());
    }
}
