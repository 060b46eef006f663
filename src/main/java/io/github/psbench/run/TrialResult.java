package io.github.psbench.run;

import io.github.psbench.eval.RetrievalScores;

/**
 * What a finished trial measured; the content of {@code scores.json}.
 *
 * @param scores over all queries
 * @param pretrainingSeconds wall time of attribute pretraining, 0 without
 * @param trainingSeconds wall time of the main stage
 * @param evaluationSeconds wall time of embedding and scoring
 */
public record TrialResult(
        RetrievalScores scores, double pretrainingSeconds, double trainingSeconds, double evaluationSeconds) {}
