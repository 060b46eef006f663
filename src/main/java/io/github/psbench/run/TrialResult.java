package io.github.psbench.run;

import io.github.psbench.eval.RetrievalScores;
import org.jspecify.annotations.Nullable;

/**
 * What a finished trial measured.
 *
 * @param scores over all queries
 * @param seen over the queries whose category some training image has; null if there are none, or if it was not recorded
 * @param unseen over the other queries; likewise
 * @param pretrainingSeconds wall time of attribute pretraining, in whichever trial it was done; 0 without
 * @param trainingSeconds wall time of the main stage
 * @param evaluationSeconds wall time of embedding and scoring
 */
public record TrialResult(
        RetrievalScores scores,
        @Nullable RetrievalScores seen,
        @Nullable RetrievalScores unseen,
        double pretrainingSeconds,
        double trainingSeconds,
        double evaluationSeconds) {}
