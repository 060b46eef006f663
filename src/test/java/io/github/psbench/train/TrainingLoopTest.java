package io.github.psbench.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.psbench.base.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class TrainingLoopTest {
    @Test
    void tellsALossHowManyStepsCameBeforeFromTheEpochAndThePlaceInIt() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray parameter = manager.create(1f);
            parameter.setRequiresGradient(true);
            List<SgdOptimiser.Group> groups =
                    List.of(new SgdOptimiser.Group("all", new TreeMap<>(Map.of("parameter", parameter)), 0.1));
            try (SgdOptimiser optimiser = new SgdOptimiser(new Sgd(0, 0, false), groups, manager);
                    Progress.Task task = Progress.SILENT.begin("", 1)) {
                TrainingLoop loop = new TrainingLoop(
                        "training", new TreeMap<>(), optimiser, new StepDecay(5, 0.1, false), step -> {});
                List<EpochOrder.Batch> batches = EpochOrder.inOrder(0, 5, 2);
                List<Long> told = new ArrayList<>();
                for (int epoch : new int[] {0, 1, 4}) {
                    loop.epoch(
                            epoch,
                            0,
                            batches,
                            (batch, stepsBefore, step) -> {
                                told.add(stepsBefore);
                                return new TreeMap<>(Map.of(TrainingLoop.LOSS, parameter.square()));
                            },
                            manager,
                            task);
                }

                assertThat(told).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 12L, 13L, 14L);
            }
        }
    }

    @Test
    void aStepBeginsAndEndsWithNothingElseInBetween() {
        List<String> heard = new ArrayList<>();
        TrainingJournal journal = new TrainingJournal() {
            @Override
            public void begins(int images) {
                heard.add("begins " + images);
            }

            @Override
            public void record(Step step) {
                heard.add("ends");
            }

            @Override
            public boolean due() {
                return true;
            }

            @Override
            public void keep(Checkpoint checkpoint) {
                heard.add("checkpoint");
            }
        };
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray parameter = manager.create(1f);
            parameter.setRequiresGradient(true);
            List<SgdOptimiser.Group> groups =
                    List.of(new SgdOptimiser.Group("all", new TreeMap<>(Map.of("parameter", parameter)), 0.1));
            try (SgdOptimiser optimiser = new SgdOptimiser(new Sgd(0, 0, false), groups, manager);
                    Progress.Task task = Progress.SILENT.begin("", 1)) {
                new TrainingLoop("training", new TreeMap<>(), optimiser, new StepDecay(5, 0.1, false), journal)
                        .epoch(
                                0,
                                0,
                                EpochOrder.inOrder(0, 5, 2),
                                (batch, stepsBefore, step) ->
                                        new TreeMap<>(Map.of(TrainingLoop.LOSS, parameter.square())),
                                manager,
                                task);
            }
        }

        assertThat(heard)
                .containsExactly(
                        "begins 2", "ends", "checkpoint", "begins 2", "ends", "checkpoint", "begins 1", "ends");
    }
}
