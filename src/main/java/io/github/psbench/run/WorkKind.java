package io.github.psbench.run;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * What the time of an epoch depends on: two trials, or backbones, of one kind take about as long. Made without trees, as a store may have ten
 * thousand trials.
 *
 * @param settings by their dotted keys, a line each, in the order in which they were written
 * @param epochs of the stage, >= 1
 */
record WorkKind(String settings, int epochs) {
    /** What has next to no influence on the time of an epoch. */
    private static final Set<String> TIMELESS = Set.of(
            "seed",
            "dataset",
            "trainingRevision",
            "recipe.loss",
            "recipe.training.decay",
            "recipe.training.optimiser",
            "recipe.training.learning-rates",
            "recipe.training.learningRates",
            "recipe.pretraining.decay",
            "recipe.pretraining.optimiser",
            "recipe.pretraining.learning-rate",
            "recipe.pretraining.learningRate");

    static WorkKind ofTraining(JsonNode content) {
        return of(content, "recipe.training.epochs", "recipe.pretraining");
    }

    static WorkKind ofPretraining(JsonNode content) {
        return of(content, "recipe.pretraining.epochs", "");
    }

    /** @throws IOException if it is not the JSON of a trial's identity */
    static WorkKind ofTraining(JsonParser content) throws IOException {
        return of(content, "recipe.training.epochs", "recipe.pretraining");
    }

    /** Likewise, of a backbone's. */
    static WorkKind ofPretraining(JsonParser content) throws IOException {
        return of(content, "recipe.pretraining.epochs", "");
    }

    private static WorkKind of(JsonNode content, String epochs, String leftOut) {
        try (JsonParser parser = RunStore.JSON.getFactory().createParser(content.toString())) {
            return of(parser, epochs, leftOut);
        } catch (IOException e) {
            throw new UncheckedIOException("what Jackson writes is JSON", e);
        }
    }

    private static WorkKind of(JsonParser parser, String epochs, String leftOut) throws IOException {
        StringBuilder settings = new StringBuilder();
        Deque<String> parents = new ArrayDeque<>();
        String path = "";
        int count = 1;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.FIELD_NAME) {
                String parent = parents.peek();
                path = parent == null || parent.isEmpty() ? parser.currentName() : parent + "." + parser.currentName();
                if (TIMELESS.contains(path) || path.equals(leftOut)) {
                    parser.nextToken();
                    parser.skipChildren();
                }
            } else if (token.isStructStart()) {
                parents.push(path);
            } else if (token.isStructEnd()) {
                path = parents.pop();
            } else if (path.equals(epochs)) {
                count = Math.max(1, parser.getIntValue());
            } else {
                settings.append(path).append('=').append(parser.getText()).append('\n');
            }
        }
        return new WorkKind(settings.toString(), count);
    }
}
