package io.github.psbench.report.table;

import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.run.TrialResult;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which queries scores are over. */
public enum Split {
    ALL,
    /** Those whose category some training image has. */
    SEEN,
    /** The others, which ask for a combination of attributes that training never showed. */
    UNSEEN;

    /** The name in JSON and on the command line. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Null if there is no such query, or if it was not recorded. */
    @Nullable
    RetrievalScores of(TrialResult result) {
        return switch (this) {
            case ALL -> result.scores();
            case SEEN -> result.seen();
            case UNSEEN -> result.unseen();
        };
    }
}
