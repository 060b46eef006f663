package io.github.psbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What tells, without data, which pretrained backbone an unfinished trial may start from. Equal needs may be those of different backbones,
 * since data and weights are not in it; different needs never are those of one.
 *
 * @param recipe what pretraining reads of it, without the place of the weights
 */
record PretrainingNeed(String seed, JsonNode recipe) {
    /** Empty if the trial does not pretrain. */
    static Optional<PretrainingNeed> ofUnfinished(Path work) {
        JsonNode trial = StoredTrials.json(work.resolve(RunStore.LAUNCH)).path("trial");
        return trial.path("recipe").path("pretraining").isObject() ? Optional.of(of(trial)) : Optional.empty();
    }

    static PretrainingNeed ofBackbone(Path folder) {
        return of(StoredTrials.json(folder.resolve(PretrainedBackbone.CONTENT)));
    }

    private static PretrainingNeed of(JsonNode content) {
        JsonNode recipe = content.path("recipe").deepCopy();
        if (recipe instanceof ObjectNode object) {
            TrialIdentity.leaveOutLater(object);
            object.remove(PretrainingIdentity.MAIN_STAGE_ONLY);
            if (object.get("backbone") instanceof ObjectNode backbone) {
                backbone.remove("weights");
            }
        }
        return new PretrainingNeed(content.path("seed").asText(), recipe);
    }
}
