package io.github.psbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.spec.Choices;
import io.github.psbench.spec.Experiment;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainingNeedTest {
    @TempDir
    private Path folder;

    /** What a runner prepares is written from the settings, a backbone's content from the identity, which leaves some out. */
    @Test
    void aPreparedTrialNeedsTheBackboneOfItsIdentity() {
        for (String precision : List.of("float32", "tf32")) {
            RunStore store = new RunStore(folder.resolve(precision));
            Choices choices = new Choices(
                    null, List.of(), Choices.seedsFrom("0"), List.of("Ours"), List.of("precision=" + precision));
            Plan plan = Plan.of(
                    Experiment.read(Path.of("experiments", "table4.yaml"), choices),
                    Places.of(null, System.getenv()),
                    store,
                    Progress.SILENT);
            Plan.Entry entry = plan.entries().get(0);
            TrialIdentity identity = Objects.requireNonNull(entry.identity());
            PretrainingIdentity backbone = Objects.requireNonNull(identity.pretraining());
            store.prepare(identity.id(), new Launch(plan.experiment(), entry.spec()));
            RunStore.writeJson(store.backbone(backbone.id()).resolve(PretrainedBackbone.CONTENT), backbone.content());

            assertThat(PretrainingNeed.ofUnfinished(store.work(identity.id()).folder()))
                    .contains(PretrainingNeed.ofBackbone(store.backbone(backbone.id())));
        }
    }
}
