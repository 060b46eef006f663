package io.github.psbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.psbench.base.Places;
import io.github.psbench.base.Sha256;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.model.Backbone;
import io.github.psbench.model.Weights;
import io.github.psbench.settings.SettingsJson;
import io.github.psbench.spec.TrialSpec;
import io.github.psbench.train.TwoStageTraining;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a trial's numbers depend on, and its digest.
 *
 * @param id SHA-256 of the canonical form of {@code content}, 64 hexadecimal digits
 * @param content settings, seed, digests of data and weights, training revision
 * @param pretraining null without
 */
record TrialIdentity(String id, JsonNode content, @Nullable PretrainingIdentity pretraining) {
    /** Settings that came later, with the values that there was no other of before: trials from then keep their ids. */
    private static final Map<String, JsonNode> LATER =
            Map.of("precision", TextNode.valueOf("float32"), "deterministic", BooleanNode.FALSE);

    /** @throws io.github.psbench.base.Failure of kind DATA if the weights are not on this machine */
    static TrialIdentity of(TrialSpec spec, PersonDataset dataset, Places places) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("trainingRevision", TwoStageTraining.REVISION);
        content.put("dataset", dataset.name());
        content.put("dataDigest", dataset.digest());
        content.put("seed", spec.seed());
        ObjectNode recipe = (ObjectNode) SettingsJson.of(spec.recipe());
        Backbone backbone = spec.recipe().backbone();
        Weights weights = backbone.weights();
        if (weights != null) {
            // Where the file lies does not matter, what is in it does.
            ((ObjectNode) recipe.get("backbone")).put("weights", "sha256:" + weights.digest(backbone, places));
        }
        leaveOutLater(recipe);
        content.set("recipe", recipe);
        return new TrialIdentity(
                digest(content), content, spec.recipe().pretraining() == null ? null : PretrainingIdentity.of(content));
    }

    /** Makes the recipe of a launch that of an identity, where later settings have their usual values. */
    static void leaveOutLater(ObjectNode recipe) {
        LATER.forEach((key, usual) -> {
            if (usual.equals(recipe.get(key))) {
                recipe.remove(key);
            }
        });
    }

    /** Puts later settings back, with their usual values, where they were left out. */
    static void putLater(ObjectNode recipe) {
        LATER.forEach((key, usual) -> {
            if (!recipe.has(key)) {
                recipe.set(key, usual);
            }
        });
    }

    /** SHA-256 of the canonical form (RFC 8785). */
    static String digest(JsonNode content) {
        try {
            return Sha256.ofText(new JsonCanonicalizer(content.toString()).getEncodedString());
        } catch (IOException e) {
            throw new UncheckedIOException("what Jackson writes is JSON", e);
        }
    }
}
