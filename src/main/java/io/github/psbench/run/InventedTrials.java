package io.github.psbench.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.psbench.eval.RetrievalScores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Finished trials that nobody has run, with made-up scores, to measure what reports cost. They are to be put into a store of their own. */
public final class InventedTrials {
    private static final int QUERIES = 140;
    private static final int GALLERY = 1260;
    private static final int EPOCHS = 10;
    private static final int STEPS = 38;

    private InventedTrials() {}

    /** Makes all trials of a plan done, with all files that reports read. */
    public static void finish(Plan plan) throws IOException {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(0L);
        for (Plan.Entry entry : plan.entries()) {
            TrialIdentity identity = entry.identity();
            if (identity != null) {
                Path folder = Files.createDirectories(plan.store().folder(identity.id()));
                RunStore.describe(
                        folder,
                        identity,
                        new Launch(plan.experiment(), entry.spec()),
                        JsonNodeFactory.instance.objectNode());
                Files.writeString(folder.resolve("metrics.jsonl"), metrics());
                RetrievalScores scores = scores(40 + 20 * random.nextDouble());
                RunStore.write(
                        folder, new TrialResult(scores, scores, scores, 48.9, 116.9, 1.2), MeasuredStages.NOTHING);
            }
        }
    }

    private static RetrievalScores scores(double rank1) {
        return new RetrievalScores(QUERIES, 0, GALLERY, rank1, rank1 + 20, rank1 + 30, rank1 - 10, rank1 - 12, 0);
    }

    private static String metrics() {
        StringBuilder lines = new StringBuilder();
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            for (int step = 1; step <= STEPS; step++) {
                double loss = 15.0 / (epoch + (double) step / STEPS);
                lines.append(
                        "{\"stage\":\"training\",\"epoch\":%d,\"step\":%d,\"losses\":{\"alignment\":%s,\"loss\":%s},\"learningRates\":{\"image\":0.01}}%n"
                                .formatted(epoch, step, loss, loss));
            }
        }
        return lines.toString();
    }
}
