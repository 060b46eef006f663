package io.github.psbench.run;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.run.work.WorkFolder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        WorkFolder work = store.work(id);
        Path folder = work.place();
        try {
            Path scores = folder.resolve(RunStore.SCORES);
            RetrievalScores all = scores(scores);
            return all == null
                    ? unfinished(id, work)
                    : trial(
                            id,
                            folder,
                            TrialState.DONE,
                            null,
                            all,
                            Files.getLastModifiedTime(scores).toInstant());
        } catch (NoSuchFileException e) {
            return trial(id, folder, TrialState.PENDING, null, null, null); // removed a moment ago
        } catch (JacksonException | IllegalArgumentException e) {
            return trial(
                    id,
                    folder,
                    TrialState.FAILED,
                    "its scores.json is damaged; the next run makes it anew",
                    null,
                    null);
        } catch (Failure damaged) {
            return trial(id, folder, TrialState.FAILED, damaged.getMessage(), null, null);
        } catch (IOException e) {
            throw unreadable(folder, e);
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
        Optional<String> reached = work.reached();
        return reached.isPresent()
                ? trial(id, folder, TrialState.PARTIAL, reached.get(), null, null)
                : trial(id, folder, TrialState.PENDING, null, null, null);
    }

    private static StoredTrial trial(
            String id,
            Path folder,
            TrialState state,
            @Nullable String reason,
            @Nullable RetrievalScores scores,
            @Nullable Instant finished) {
        Map<String, String> names = names(folder);
        String seed = names.get("seed");
        return new StoredTrial(
                id,
                folder,
                names.get("experiment"),
                names.get("row"),
                names.get("dataset"),
                seed == null ? null : Long.valueOf(seed),
                state,
                reason,
                scores,
                finished);
    }

    /** Experiment, row, data set and seed, as far as a trial's folder tells them. */
    static Map<String, String> names(Path folder) {
        for (String file : List.of(RunStore.LAUNCH, RunStore.TRIAL)) {
            try {
                return scalars(folder.resolve(file), "trial");
            } catch (FileNotFoundException | JacksonException e) {
                // The other file tells less, but something.
            } catch (IOException e) {
                throw unreadable(folder, e);
            }
        }
        return Map.of();
    }

    /** Null where there are none. */
    private static @Nullable RetrievalScores scores(Path file) throws IOException {
        Map<String, String> values;
        try {
            values = scalars(file, "");
        } catch (FileNotFoundException e) {
            return null;
        }
        return new RetrievalScores(
                Integer.parseInt(values.getOrDefault("queries", "")),
                Integer.parseInt(values.getOrDefault("queriesWithoutMatch", "")),
                Integer.parseInt(values.getOrDefault("gallery", "")),
                Double.parseDouble(values.getOrDefault("rank1", "")),
                Double.parseDouble(values.getOrDefault("rank5", "")),
                Double.parseDouble(values.getOrDefault("rank10", "")),
                Double.parseDouble(values.getOrDefault("map", "")),
                Double.parseDouble(values.getOrDefault("mapTrapezoid", "")),
                Long.parseLong(values.getOrDefault("ties", "")));
    }

    /** Texts and numbers at the top of a JSON object, and in one object within. Trees of ten thousand files would take too long. */
    static Map<String, String> scalars(Path file, String within) throws IOException {
        Map<String, String> scalars = new HashMap<>();
        try (JsonParser parser = RunStore.JSON.getFactory().createParser(file.toFile())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()
                        && !parser.getParsingContext().getParent().inRoot()) {
                    if (!within.equals(parser.currentName())) {
                        parser.skipChildren();
                    }
                } else if (token.isScalarValue()) {
                    scalars.put(parser.currentName(), parser.getText());
                }
            }
        }
        return scalars;
    }

    private static Failure unreadable(Path folder, IOException e) {
        return Failure.resources(
                "%s cannot be read: %s.", folder, IoReason.of(e).why());
    }

    /** What stands in a file; a node that is missing if the file is, or if it is damaged. */
    static JsonNode json(Path file) {
        try {
            return RunStore.JSON.readTree(file.toFile());
        } catch (JacksonException | FileNotFoundException e) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }
}
