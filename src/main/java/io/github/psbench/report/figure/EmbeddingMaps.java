package io.github.psbench.report.figure;

import io.github.psbench.base.Progress;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.run.RunStore;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.TsneFigure;
import java.util.HashMap;
import java.util.List;
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
     * The trials whose maps a figure shows, one of each row: of the first seed that is finished in all rows; where there is none, each row's
     * first. None where none is finished.
     */
    public static List<TrialOutcome> shown(Experiment experiment, List<TrialOutcome> outcomes, String dataset) {
        List<TrialOutcome> finished = Figures.finished(outcomes, dataset);
        List<List<TrialOutcome>> rows = experiment.rows().stream()
                .map(row -> finished.stream()
                        .filter(trial -> trial.spec().row().equals(row))
                        .toList())
                .filter(trials -> !trials.isEmpty())
                .toList();
        return experiment.seeds().stream()
                .map(seed -> rows.stream()
                        .flatMap(trials -> trials.stream()
                                .filter(trial -> trial.spec().seed() == seed)
                                .limit(1))
                        .toList())
                .filter(trials -> trials.size() == rows.size())
                .findFirst()
                .orElseGet(() -> rows.stream().map(trials -> trials.get(0)).toList());
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
