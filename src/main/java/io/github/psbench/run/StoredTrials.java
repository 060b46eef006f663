package io.github.psbench.run;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import io.github.psbench.run.work.WorkFolder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The trials of a store by what they have left there, whichever experiments they belong to. */
public record StoredTrials(RunStore store) {
    private static final Pattern BEGINNING = Pattern.compile("[0-9a-f]{4,64}");
    private static final int MOST_NAMED = 5;
    private static final Comparator<@Nullable String> UNKNOWN_LAST = Comparator.nullsLast(Comparator.naturalOrder());
    private static final Comparator<StoredTrial> ORDER = Comparator.comparing(StoredTrial::experiment, UNKNOWN_LAST)
            .thenComparing(StoredTrial::row, UNKNOWN_LAST)
            .thenComparing(StoredTrial::dataset, UNKNOWN_LAST)
            .thenComparing(StoredTrial::seed, Comparator.nullsLast(Comparator.<Long>naturalOrder()))
            .thenComparing(StoredTrial::id);

    /** What a trial is called. */
    private record Name(
            @Nullable String experiment,
            @Nullable String row,
            @Nullable String dataset,
            @Nullable Long seed) {}

    /** By experiment, row, data set and seed. What is damaged is a failed trial; the listing goes on. */
    public List<StoredTrial> all() {
        return store.trials().parallelStream().map(this::read).sorted(ORDER).toList();
    }

    /**
     * The trial whose id begins so.
     *
     * @throws Failure of kind USAGE if these are not 4 to 64 hexadecimal digits, or if none or several begin so
     */
    public StoredTrial find(String beginning) {
        String digits = beginning.toLowerCase(Locale.ROOT);
        if (!BEGINNING.matcher(digits).matches()) {
            throw Failure.usage(
                    "ID must be the first 4 to 64 hexadecimal digits of a trial's id, got '%s'. `psbench runs list` shows the ids.",
                    beginning);
        }
        List<String> found =
                store.trials().stream().filter(id -> id.startsWith(digits)).toList();
        if (found.isEmpty()) {
            throw Failure.usage(
                    "No trial of this store has an id that begins with '%s'. `psbench runs list` shows those that there are; --results"
                            + " names another store.",
                    digits);
        }
        if (found.size() > 1) {
            throw Failure.usage(
                    "%d trials have ids that begin with '%s': %s%s. Give more digits.",
                    found.size(),
                    digits,
                    found.stream()
                            .limit(MOST_NAMED)
                            .map(id -> id.substring(0, Math.max(12, digits.length() + 4)))
                            .collect(Collectors.joining(", ")),
                    found.size() > MOST_NAMED ? " and others" : "");
        }
        return read(found.get(0));
    }

    private StoredTrial read(String id) {
        Path folder = store.folder(id);
        try {
            TrialResult result = store.result(id);
            if (result != null) {
                Instant finished = Files.getLastModifiedTime(folder.resolve(RunStore.SCORES))
                        .toInstant();
                return trial(id, folder, TrialState.DONE, null, result, finished);
            }
            return unfinished(id, store.work(id));
        } catch (Failure damaged) {
            return trial(id, folder, TrialState.FAILED, damaged.getMessage(), null, null);
        } catch (NoSuchFileException e) {
            return trial(id, folder, TrialState.PENDING, null, null, null); // removed a moment ago
        } catch (IOException e) {
            throw Failure.resources(
                    "%s cannot be read: %s.", folder, IoReason.of(e).why());
        }
    }

    private StoredTrial unfinished(String id, WorkFolder work) throws IOException {
        Path folder = Files.exists(work.folder()) ? work.folder() : work.place();
        if (work.isUnderWay()) {
            return trial(id, folder, TrialState.RUNNING, null, null, null);
        }
        String failure = store.failure(id);
        if (failure != null) {
            return trial(id, folder, TrialState.FAILED, failure, null, null);
        }
        Optional<Integer> epochs = work.epochsDone();
        return epochs.isPresent()
                ? trial(id, folder, TrialState.PARTIAL, "after epoch " + epochs.get(), null, null)
                : trial(id, folder, TrialState.PENDING, null, null, null);
    }

    private static StoredTrial trial(
            String id,
            Path folder,
            TrialState state,
            @Nullable String reason,
            @Nullable TrialResult result,
            @Nullable Instant finished) {
        Name name = name(folder);
        return new StoredTrial(
                id,
                folder,
                name.experiment(),
                name.row(),
                name.dataset(),
                name.seed(),
                state,
                reason,
                result,
                finished);
    }

    private static Name name(Path folder) {
        JsonNode launch = json(folder.resolve(RunStore.LAUNCH));
        if (launch.isObject()) {
            JsonNode trial = launch.path("trial");
            return new Name(text(launch, "experiment"), text(trial, "row"), text(trial, "dataset"), seed(trial));
        }
        JsonNode trial = json(folder.resolve(RunStore.TRIAL));
        return new Name(null, null, text(trial, "dataset"), seed(trial));
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.path(key).isTextual() ? node.path(key).textValue() : null;
    }

    private static @Nullable Long seed(JsonNode trial) {
        JsonNode seed = trial.path("seed");
        return seed.isMissingNode() ? null : Long.valueOf(seed.asLong());
    }

    /** What stands in a file; a node that is missing if the file is, or if it is damaged. */
    static JsonNode json(Path file) {
        try {
            return RunStore.JSON.readTree(file.toFile());
        } catch (JacksonException | FileNotFoundException e) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw Failure.resources(
                    "%s cannot be read: %s.", file, IoReason.of(e).why());
        }
    }
}
