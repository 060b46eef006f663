package io.github.psbench.bench;

import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A benchmark's outcome. Both sides take turns, so that whatever else the machine does falls on both; a ratio is that of two turns which followed each
 * other.
 *
 * @param peer null: psbench was measured alone
 */
public record Comparison(
        Benchmark benchmark, Samples psbench, @Nullable Samples peer) {
    /**
     * Measures.
     *
     * @param psbench a command, as that of the peer
     * @param peer null: psbench alone
     * @param environment what both processes get besides this one's
     * @param samples of each side, >= 1
     */
    static Comparison of(
            Benchmark benchmark,
            List<String> psbench,
            @Nullable List<String> peer,
            Map<String, String> environment,
            int samples,
            Progress progress) {
        try (Progress.Task task = progress.begin(benchmark.name(), samples);
                Contestant ours = new Contestant(psbench, environment);
                Contestant theirs = peer == null ? null : new Contestant(peer, environment)) {
            for (int i = 0; i < samples; i++) {
                takeTurns(ours, theirs, task);
                task.advance(1);
            }
            return new Comparison(benchmark, ours.samples(), theirs == null ? null : theirs.samples());
        }
    }

    private static void takeTurns(Contestant ours, @Nullable Contestant theirs, Progress.Task task) {
        try {
            ours.takeTurn();
            if (theirs != null) {
                theirs.takeTurn();
            }
        } catch (Failure e) {
            task.advance(0); // Ctrl-C ends them too: then this says that it is to stop
            throw e;
        }
    }

    /** How many times as fast as the peer psbench was, turn by turn: its median and quartiles; null without a peer. */
    public Samples.@Nullable Spread ratio() {
        if (peer == null) {
            return null;
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < peer.seconds().size(); i++) {
            ratios.add(peer.seconds().get(i) / psbench.seconds().get(i));
        }
        return Samples.Spread.of(ratios);
    }
}
