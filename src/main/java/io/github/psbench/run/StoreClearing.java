package io.github.psbench.run;

import io.github.psbench.base.Failure;
import io.github.psbench.base.Folders;
import io.github.psbench.base.IoReason;
import io.github.psbench.run.work.Attempt;
import io.github.psbench.run.work.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Frees a store's disk of what nothing needs any more. Scores, metrics, settings, environments, embeddings, prototypes and logs of trials stay,
 * and so does all that somebody is at.
 *
 * @param weights whether those of finished trials go; no table or figure needs them
 * @param backbones whether pretrained backbones go that no unfinished trial starts from
 */
public record StoreClearing(RunStore store, boolean weights, boolean backbones) {
    private static final Predicate<String> HALF_MADE =
            Pattern.compile("attempt-[0-9]+|replaced-[0-9]+|\\.checkpoint-.*").asMatchPredicate();

    /** What may go, in the order of {@link #clear}. */
    public enum Kind {
        WEIGHTS("weights of finished trials"),
        FINISHED_WORK("checkpoints and other leftovers of what is finished"),
        HALF_MADE("half-made files of unfinished trials"),
        BACKBONE("pretrained backbones that no unfinished trial starts from");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** In the plural. */
        public String inWords() {
            return words;
        }
    }

    /**
     * A file or folder that went, or would.
     *
     * @param bytes in all its files
     */
    public record Item(Kind kind, Path path, long bytes) {}

    /** @param dryRun only says what would go */
    public List<Item> clear(boolean dryRun) {
        try {
            List<Item> items = new ArrayList<>();
            Set<String> trials = store.trials();
            if (weights) {
                for (String id : trials) {
                    Path file = store.folder(id).resolve(ModelFiles.WEIGHTS);
                    if (Files.exists(file) && store.work(id).isWhole()) {
                        items.add(remove(Kind.WEIGHTS, file, dryRun));
                    }
                }
            }
            for (String id : store.works()) {
                clearWork(store.work(id), store.backboneWork(id), dryRun, items);
            }
            if (backbones) {
                Set<PretrainingNeed> needed = trials.stream()
                        .filter(id -> !store.work(id).isWhole())
                        .flatMap(id ->
                                PretrainingNeed.ofUnfinished(store.work(id).folder()).stream())
                        .collect(Collectors.toSet());
                for (String id : store.backbones()) {
                    Path folder = store.backbone(id);
                    if (!needed.contains(PretrainingNeed.ofBackbone(folder))) {
                        items.add(remove(Kind.BACKBONE, folder, dryRun));
                    }
                }
            }
            return items;
        } catch (IOException e) {
            IoReason reason = IoReason.of(e);
            throw Failure.resources("the store cannot be cleared: %s. %s", reason.why(), reason.remedy());
        }
    }

    /** @param backbone of the same folder; which of the two it is does not matter */
    private void clearWork(WorkFolder trial, WorkFolder backbone, boolean dryRun, List<Item> items) throws IOException {
        if (trial.isUnderWay()) {
            return;
        }
        if (trial.isWhole() || backbone.isWhole()) {
            items.add(remove(Kind.FINISHED_WORK, trial.folder(), dryRun));
            return;
        }
        if (Files.exists(trial.folder().resolve(RunStore.FAILURE))) {
            return; // what a failed attempt has left tells why it failed
        }
        List<Item> halfMade = halfMade(trial.folder());
        if (!halfMade.isEmpty() && (dryRun || removeAttempts(trial, backbone))) {
            items.addAll(halfMade);
        }
    }

    private static List<Item> halfMade(Path work) throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            List<Item> items = new ArrayList<>();
            for (Path path : files.sorted().toList()) {
                if (HALF_MADE.test(path.getFileName().toString())) {
                    items.add(new Item(Kind.HALF_MADE, path, bytes(path)));
                }
            }
            return items;
        }
    }

    /** Begins and ends an attempt, which removes those before it. */
    private static boolean removeAttempts(WorkFolder trial, WorkFolder backbone) throws IOException {
        boolean isTrial = Files.exists(trial.folder().resolve(RunStore.LAUNCH));
        Optional<Attempt> mine = (isTrial ? trial : backbone).begin(List::of);
        if (mine.isEmpty()) {
            return false;
        }
        try (Attempt attempt = mine.get()) {
            Folders.delete(attempt.folder());
        }
        return true;
    }

    private static Item remove(Kind kind, Path path, boolean dryRun) throws IOException {
        Item item = new Item(kind, path, bytes(path));
        if (!dryRun) {
            Folders.delete(path);
        }
        return item;
    }

    private static long bytes(Path path) throws IOException {
        try (Stream<Path> tree = Files.walk(path)) {
            long bytes = 0;
            for (Path file : (Iterable<Path>) tree::iterator) {
                if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    bytes += (Long) Files.getAttribute(file, "size", LinkOption.NOFOLLOW_LINKS);
                }
            }
            return bytes;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
