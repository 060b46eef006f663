package io.github.psbench.run;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the finished trials of a store took, or its pretrained backbones. What cannot be read is left out: an estimate does without.
 *
 * @param folders with a folder for each
 * @param ids of these, sorted
 * @param content the file with what its identity was made of
 * @param times the file that says what it took
 * @param seconds the key there
 */
record EarlierTimes(
        Path folders, List<String> ids, String content, String times, String seconds, KindReader kindReader) {
    /** So many of a kind tell how long one takes. In the order of their ids, which are digests, they are a fair sample. */
    private static final int ENOUGH = 20;

    private static final int BLOCK = 256;

    /** Tells the kind of what was finished from the content of its identity. */
    @FunctionalInterface
    interface KindReader {
        WorkKind read(JsonParser content) throws IOException;
    }

    /**
     * What one took.
     *
     * @param kind what others like it have in common
     * @param seconds of its stage
     */
    record Timed(WorkKind kind, double seconds, double evaluationSeconds) {}

    /**
     * As many as are enough of each kind, by their ids.
     *
     * @param kinds that are wanted, by {@link WorkKind#settings}
     */
    List<Timed> of(Set<String> kinds) {
        List<Timed> found = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        for (int from = 0; from < ids.size() && !isEnough(counts, kinds); from += BLOCK) {
            List<Timed> block = ids.subList(from, Math.min(from + BLOCK, ids.size())).parallelStream()
                    .map(id -> read(folders.resolve(id), kinds))
                    .flatMap(Optional::stream)
                    .toList();
            block.forEach(timed -> counts.merge(timed.kind().settings(), 1, Integer::sum));
            found.addAll(block);
        }
        return found;
    }

    private static boolean isEnough(Map<String, Integer> counts, Set<String> kinds) {
        return kinds.stream().allMatch(kind -> counts.getOrDefault(kind, 0) >= ENOUGH);
    }

    private Optional<Timed> read(Path folder, Set<String> kinds) {
        try (JsonParser parser =
                RunStore.JSON.getFactory().createParser(folder.resolve(content).toFile())) {
            WorkKind kind = kindReader.read(parser);
            if (!kinds.contains(kind.settings())) {
                return Optional.empty();
            }
            Map<String, String> took = StoredTrials.scalars(folder.resolve(times), "");
            return Optional.of(new Timed(
                    kind,
                    Double.parseDouble(took.getOrDefault(seconds, "0")),
                    Double.parseDouble(took.getOrDefault("evaluationSeconds", "0"))));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
