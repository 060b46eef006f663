package io.github.psbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.run.work.Attempt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreClearingTest {
    @TempDir
    private Path results;

    private SmallRuns runs;

    @BeforeEach
    void store() {
        runs = new SmallRuns(results);
    }

    @Test
    void onlyTheWeightsOfAFinishedTrialGo() throws IOException {
        Path weights = runs.done("Ours", 0, 60).resolve("weights.safetensors");
        SortedSet<Path> before = files();
        assertThat(clear(false, false, false)).isEmpty();
        List<StoreClearing.Item> wouldGo = clear(true, false, true);
        assertThat(files()).isEqualTo(before);
        assertThat(clear(true, false, false))
                .isEqualTo(wouldGo)
                .containsExactly(new StoreClearing.Item(StoreClearing.Kind.WEIGHTS, weights, 1000));
        before.remove(weights);
        assertThat(files()).isEqualTo(before);
        assertThat(clear(true, false, false)).isEmpty();
    }

    @Test
    void whatIsLeftOfFinishedWorkGoes() throws IOException {
        runs.done("Ours", 0, 60);
        Path work = runs.partial("Ours", 0, 3);
        assertThat(clear(false, false, false))
                .extracting(StoreClearing.Item::kind, StoreClearing.Item::path)
                .containsExactly(tuple(StoreClearing.Kind.FINISHED_WORK, work));
        assertThat(work).doesNotExist();
        assertThat(runs.store().result(runs.id("Ours", 0))).isNotNull();
    }

    @Test
    void ofUnfinishedWorkTheCheckpointsAndTheLogStay() throws IOException {
        Path work = runs.partial("Ours", 0, 3);
        List<StoreClearing.Item> wouldGo = clear(true, true, true);
        assertThat(clear(true, true, false)).isEqualTo(wouldGo);
        assertThat(wouldGo)
                .extracting(item -> item.path().getFileName().toString())
                .containsExactly(".checkpoint-123", "attempt-000001", "attempt-000002");
        try (Stream<Path> left = Files.list(work)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "checkpoint-0003-000000-000001", "launch.json", "lease-000001", "log.txt");
        }
        assertThat(new StoredTrials(runs.store()).find(runs.id("Ours", 0)).state())
                .isEqualTo(TrialState.PARTIAL);
        assertThat(clear(true, true, false)).isEmpty();
    }

    @Test
    void whatFailedAndWhatSomebodyIsAtStays() throws IOException {
        runs.failed("Ours", 0, "no luck");
        try (Attempt attempt = runs.running("Ours", 1)) {
            assertThat(clear(true, true, false)).isEmpty();
            assertThat(attempt.folder().resolve("metrics.jsonl")).exists();
        }
        assertThat(runs.store().work(runs.id("Ours", 0)).folder().resolve("attempt-000001/metrics.jsonl"))
                .exists();
    }

    @Test
    void halfMadeFilesOfABackboneGoToo() throws IOException {
        Path half = Files.createDirectories(
                results.resolve("work").resolve("cd".repeat(32)).resolve("attempt-000004"));
        assertThat(clear(true, false, false)).hasSize(1);
        assertThat(half).doesNotExist();
    }

    @Test
    void backbonesThatAnUnfinishedTrialMayStartFromStay() throws IOException {
        Path needed = runs.backbone("Ours", 0);
        Path other = runs.backbone("Ours", 1);
        runs.pending("MA to CosFace", 0);
        runs.pending("Baseline", 1); // does not pretrain
        runs.done("Ours", 1, 60);
        assertThat(clear(false, false, false)).isEmpty();
        assertThat(clear(false, true, false))
                .extracting(StoreClearing.Item::path)
                .containsExactly(other);
        assertThat(needed).exists();
        assertThat(other).doesNotExist();
    }

    @Test
    void aTrialIsRemovedWhateverItsStateUnlessSomebodyIsAtIt() throws IOException {
        runs.done("Ours", 0, 60);
        runs.partial("Ours", 0, 2);
        runs.failed("Ours", 1, "no luck");
        runs.pending("Ours", 2);
        TrialRemoval removal = new TrialRemoval(runs.store());
        new StoredTrials(runs.store()).all().forEach(removal::remove);
        assertThat(files()).isEmpty();
        assertThat(results.resolve("runs")).isEmptyDirectory();
        assertThat(results.resolve("work")).isEmptyDirectory();
        try (Attempt attempt = runs.running("Ours", 1)) {
            StoredTrial running = new StoredTrials(runs.store()).find(runs.id("Ours", 1));
            assertThatThrownBy(() -> removal.remove(running))
                    .isInstanceOfSatisfying(
                            Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.BUSY));
            assertThat(attempt.folder().resolve("trial.json")).exists();
        }
    }

    private List<StoreClearing.Item> clear(boolean weights, boolean backbones, boolean dryRun) {
        return new StoreClearing(runs.store(), weights, backbones).clear(dryRun);
    }

    private SortedSet<Path> files() throws IOException {
        try (Stream<Path> tree = Files.walk(results)) {
            return tree.filter(Files::isRegularFile).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
