package io.github.psbench.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.psbench.spec.TrialSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The finished trials that an experiment once asked for and does not any more, since settings, data, weights or training have changed. */
final class StaleTrials {
    private static final int MOST_NAMED = 3;
    private static final int LONGEST_VALUE = 40;
    private static final Set<String> DATA = Set.of("dataset", "dataDigest");

    /** What a trial is called in its experiment. */
    private record Called(String row, String dataset, String seed) {
        static Called of(TrialSpec spec) {
            return new Called(spec.row(), spec.dataset(), String.valueOf(spec.seed()));
        }
    }

    /** A trial that is finished. */
    private record Old(Called called, Path folder, FileTime finished) {}

    private final Map<Called, Path> newest;

    private StaleTrials(Map<Called, Path> newest) {
        this.newest = newest;
    }

    /** Reads the launches of all finished trials of the store. What is damaged is left out. */
    static StaleTrials of(String experiment, List<Plan.Entry> entries, RunStore store) {
        Set<String> planned = new HashSet<>();
        Set<Called> wanted = new HashSet<>();
        for (Plan.Entry entry : entries) {
            if (entry.identity() != null) {
                planned.add(entry.identity().id());
                wanted.add(Called.of(entry.spec()));
            }
        }
        Map<Called, Path> newest = new HashMap<>();
        store.inPlace().parallelStream()
                .filter(id -> !planned.contains(id))
                .map(id -> old(store.folder(id), experiment, wanted))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Old::finished).thenComparing(Old::folder))
                .forEachOrdered(old -> newest.put(old.called(), old.folder()));
        return new StaleTrials(newest);
    }

    private static @Nullable Old old(Path folder, String experiment, Set<Called> wanted) {
        Map<String, String> launch = StoredTrials.names(folder);
        Called called = new Called(
                launch.getOrDefault("row", ""), launch.getOrDefault("dataset", ""), launch.getOrDefault("seed", ""));
        if (!experiment.equals(launch.get("experiment")) || !wanted.contains(called)) {
            return null;
        }
        try {
            return new Old(called, folder, Files.getLastModifiedTime(folder.resolve(RunStore.SCORES)));
        } catch (IOException e) {
            return null; // removed a moment ago
        }
    }

    /** What has changed since the newest trial of that name, at most three things; null if there is no such trial. */
    @Nullable
    String reason(Plan.Entry entry) {
        Path folder = newest.get(Called.of(entry.spec()));
        if (folder == null || entry.identity() == null) {
            return null;
        }
        List<String> changes = changes(
                StoredTrials.json(folder.resolve(RunStore.TRIAL)),
                asStored(entry.identity().content()));
        if (changes.isEmpty()) {
            return null;
        }
        String named = changes.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int more = changes.size() - MOST_NAMED;
        return more > 0 ? named + " and " + more + " more" : named;
    }

    /** Numbers that are read differ from those in memory by their types. */
    private static JsonNode asStored(JsonNode content) {
        try {
            return RunStore.JSON.readTree(content.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what Jackson writes is JSON", e);
        }
    }

    private static List<String> changes(JsonNode old, JsonNode now) {
        return Difference.between(old, now).stream()
                .map(StaleTrials::inWords)
                .distinct()
                .toList();
    }

    private static String inWords(Difference change) {
        if (DATA.contains(change.key())) {
            return "the data have changed";
        }
        return switch (change.key()) {
            case "backbone.weights" -> "the weights to start from have changed";
            case "trainingRevision" ->
                "the training code has changed (revision " + change.first() + " -> " + change.second() + ")";
            default -> change.key() + ": " + shortened(change.first()) + " -> " + shortened(change.second());
        };
    }

    private static String shortened(@Nullable String value) {
        String text = Objects.requireNonNullElse(value, "none");
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 4) + " ...";
    }
}
