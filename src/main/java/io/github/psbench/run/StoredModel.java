package io.github.psbench.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.spec.TrialSpec;
import io.github.psbench.train.Encoders;
import io.github.psbench.train.Precision;
import io.github.psbench.train.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

/** What a finished trial has learned, to be used again: its encoders, and how it was trained. */
public final class StoredModel {
    private final StoredTrial trial;
    private final TrialSpec spec;

    private StoredModel(StoredTrial trial, TrialSpec spec) {
        this.trial = trial;
        this.spec = spec;
    }

    /**
     * @param trial a finished one of the store
     * @throws Failure of kind DATA if it is not known how the trial was launched
     */
    public static StoredModel of(RunStore store, StoredTrial trial) {
        if (trial.state() != TrialState.DONE) {
            throw new IllegalArgumentException("a finished trial is needed, got " + trial);
        }
        return new StoredModel(trial, store.launched(trial.id()).trial());
    }

    public StoredTrial trial() {
        return trial;
    }

    /** How it was trained, as its first experiment declares it. */
    public TrialSpec spec() {
        return spec;
    }

    /**
     * The images that it has learned from and searched.
     *
     * @throws Failure of kind DATA if they are not to be had, or are others than they were, or if the trial does not say which they were
     */
    public PersonDataset people(Places places, Progress progress) {
        Path file = trial.folder().resolve(RunStore.TRIAL);
        JsonNode digest = StoredTrials.json(file).path("dataDigest");
        if (!digest.isTextual()) {
            throw Failure.data(
                    "%s is missing or damaged: it does not say what the trial was trained on. %s",
                    file, StoredTrial.remedy(file));
        }
        PersonDataset people = Plan.people(spec, new LoadedData(places, progress));
        if (!digest.asText().equals(people.digest())) {
            throw Failure.data(
                    "%s is not what trial %s was trained on: its digest is %s, and in %s it is %s. Put the data of then in their place, or"
                            + " run the experiment again, which trains on these.",
                    people.name(), trial.shortId(), people.digest(), file, digest.asText());
        }
        return people;
    }

    /** Whether its weights are there; {@code psbench runs gc} removes them. */
    public boolean hasWeights() {
        return Files.exists(weights());
    }

    /**
     * Loads both encoders, and has the engine of this process compute on a device as the trial is to be. They come to the same bits as in
     * training on a processor with as many threads.
     *
     * @param schema of {@link #people}
     * @throws Failure of kind DATA, naming the file, if the weights are gone or damaged, or lists every missing, unexpected or misshapen tensor
     */
    public Encoders encoders(AttributeSchema schema, ComputeDevice device, NDManager manager) {
        if (!hasWeights()) {
            throw Failure.data(
                    "Trial %s has no weights any more (%s is gone; `psbench runs gc` removes such files unless --keep-weights is given)."
                            + " `psbench runs reproduce %s` trains it again and says in which folder; give that with --results.",
                    trial.shortId(), weights(), trial.shortId());
        }
        Recipe recipe = spec.recipe();
        Precision precision = device.isGpu() ? recipe.precision() : Precision.FLOAT32;
        new EngineSetting(device, precision, recipe.deterministic()).apply();
        try (NDManager scratch = manager.newSubManager()) {
            SortedMap<String, NDArray> tensors = StoredTensors.read(weights(), scratch);
            if (recipe.loss().asmr() != null) {
                tensors.remove(ModelFiles.W); // of the loss, not of the encoders
            }
            return Encoders.restore(recipe, schema, tensors, manager);
        } catch (IllegalArgumentException e) {
            throw Failure.data(
                    "%s does not hold the tensors of trial %s; nothing was loaded:\n%s\n`psbench runs reproduce %s` trains it again.",
                    weights(),
                    trial.shortId(),
                    String.valueOf(e.getMessage()).indent(2).stripTrailing(),
                    trial.shortId());
        }
    }

    private Path weights() {
        return trial.folder().resolve(ModelFiles.WEIGHTS);
    }
}
