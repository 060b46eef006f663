package io.github.psbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a trial has left in its folder; of one that is not done, what its last attempt has. */
public record TrialFolder(StoredTrial trial) {
    /** The part of the settings that an experiment file sets. */
    public static final String RECIPE = "recipe";

    /**
     * All that its numbers depend on. Of a trial that was never begun, what it is to be begun with: data and weights stand there by name and
     * not by digest.
     *
     * @return an empty object if it cannot be read
     */
    public JsonNode settings() {
        JsonNode begun = StoredTrials.json(newest(RunStore.TRIAL));
        if (begun.isObject()) {
            return begun;
        }
        JsonNode prepared =
                StoredTrials.json(trial.folder().resolve(RunStore.LAUNCH)).path("trial");
        ObjectNode settings = RunStore.JSON.createObjectNode();
        for (String key : List.of("dataset", "seed", RECIPE)) {
            if (prepared.has(key)) {
                settings.set(key, prepared.get(key));
            }
        }
        if (settings.get(RECIPE) instanceof ObjectNode recipe) {
            TrialIdentity.leaveOutLater(recipe);
        }
        return settings;
    }

    /**
     * What an experiment file sets among {@link #settings}, whole: settings that psbench had not yet when the trial was run stand there with
     * what it was run with.
     */
    public static JsonNode recipe(JsonNode settings) {
        if (!(settings.path(RECIPE) instanceof ObjectNode recipe)) {
            return RunStore.JSON.createObjectNode();
        }
        ObjectNode whole = recipe.deepCopy();
        TrialIdentity.putLater(whole);
        return whole;
    }

    /**
     * All that it measured; null unless it is done.
     *
     * @throws Failure of kind DATA if that is damaged
     */
    public @Nullable TrialResult result() {
        return trial.state() == TrialState.DONE ? RunStore.result(trial.folder()) : null;
    }

    /** Where it ran, or runs; an empty object if that cannot be read. */
    public JsonNode environment() {
        JsonNode environment = StoredTrials.json(newest(RunStore.ENVIRONMENT));
        return environment.isObject() ? environment : RunStore.JSON.createObjectNode();
    }

    /** How training went, as far as it has come. */
    public Curves curves() {
        return Curves.read(newest("metrics.jsonl"));
    }

    /** What happened, for people; need not be there. */
    public Path log() {
        return trial.folder().resolve("log.txt");
    }

    /** Every file by its path in the folder, with its size in bytes. Where a link leads does not count. */
    public SortedMap<String, Long> files() {
        SortedMap<String, Long> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(trial.folder())) {
            for (Path file : (Iterable<Path>) tree::iterator) {
                if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    files.put(trial.folder().relativize(file).toString(), size(file));
                }
            }
        } catch (NoSuchFileException e) {
            return files; // moved or removed a moment ago
        } catch (IOException | UncheckedIOException e) {
            throw Failure.resources(
                    "%s cannot be read: %s.", trial.folder(), IoReason.of(e).why());
        }
        return files;
    }

    private static long size(Path file) throws IOException {
        return (Long) Files.getAttribute(file, "size", LinkOption.NOFOLLOW_LINKS);
    }

    /** In the folder itself if the trial is done, else in the newest attempt that has it, else in the furthest checkpoint. */
    private Path newest(String name) {
        Path own = trial.folder().resolve(name);
        if (trial.state() == TrialState.DONE) {
            return own;
        }
        for (String kind : List.of("attempt-", "checkpoint-")) {
            try (Stream<Path> folders = Files.list(trial.folder())) {
                // The numbers in these names are padded, so the last in order is the newest.
                Optional<Path> found = folders.filter(
                                folder -> folder.getFileName().toString().startsWith(kind))
                        .map(folder -> folder.resolve(name))
                        .filter(Files::exists)
                        .max(Comparator.naturalOrder());
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (IOException e) {
                return own;
            }
        }
        return own;
    }
}
