package io.github.psbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Everything that attribute pretraining depends on, and its digest. Trials of one such identity share their pretrained backbone.
 *
 * @param id SHA-256 of the canonical form of {@code content}, 64 hexadecimal digits
 * @param content what is left of a trial's without what only the main stage reads
 */
record PretrainingIdentity(String id, JsonNode content) {
    /** Any other setting, also one that is yet to come, is taken to change pretraining. */
    static final Set<String> MAIN_STAGE_ONLY = Set.of("embedding", "loss", "training");

    /** @param trial the content of a trial's identity */
    static PretrainingIdentity of(JsonNode trial) {
        ObjectNode content = trial.deepCopy();
        ((ObjectNode) content.get("recipe")).remove(MAIN_STAGE_ONLY);
        return new PretrainingIdentity(TrialIdentity.digest(content), content);
    }
}
