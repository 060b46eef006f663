package io.github.psbench.report.figure;

import io.github.psbench.base.Progress;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.run.RunStore;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.TsneFigure;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The maps of a store's trials, each computed once as long as this is kept. For one thread. */
public final class EmbeddingMaps {
    /** What a map depends on. */
    private record Key(String trial, double perplexity, int iterations, long seed) {}

    private final TrialFiles files;
    private final Map<Key, EmbeddingMap> computed = new HashMap<>();

    public EmbeddingMaps(RunStore store) {
        this.files = new TrialFiles(store);
    }

    /**
     * A trial's map; null where it has not kept its embeddings.
     *
     * @param trial a finished one
     * @throws io.github.psbench.base.Failure of kind USAGE if the perplexity is too large for so few points; of kind DATA if the trial's
     *     files are damaged
     * @throws java.util.concurrent.CancellationException if the work is to stop
     */
    public @Nullable EmbeddingMap of(TrialOutcome trial, TsneFigure settings, Progress progress) {
        Key key = new Key(
                Objects.requireNonNull(trial.id()), settings.perplexity(), settings.iterations(), settings.seed());
        EmbeddingMap known = computed.get(key);
        if (known != null) {
            return known;
        }
        EmbeddedSearch search = files.search(trial);
        if (search == null) {
            return null;
        }
        String what = "t-SNE of " + PlainText.of(trial.spec().row()) + " on "
                + PlainText.of(trial.spec().dataset());
        EmbeddingMap map = EmbeddingMap.of(search, settings, what, progress);
        computed.put(key, map);
        return map;
    }
}
