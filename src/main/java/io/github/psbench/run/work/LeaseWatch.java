package io.github.psbench.run.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Watches the leases of other processes, to tell who has died without a word. Ask again and again: silence takes its time. */
public final class LeaseWatch {
    /**
     * The lease that counts, and since when it has looked as it looks.
     *
     * @param moved whether its beat was seen to change
     */
    private record Sighting(int number, long beat, long since, boolean moved) {}

    private final LeaseTerms terms;
    private final LongSupplier nanos;
    private final Map<Path, Sighting> sightings = new HashMap<>();

    /** @param nanos a clock that never goes back */
    public LeaseWatch(LeaseTerms terms, LongSupplier nanos) {
        this.terms = terms;
        this.nanos = nanos;
    }

    /** What is under way in a folder of work, outermost task first; empty if nothing is. */
    public List<TaskState> tasks(Path folder) throws IOException {
        Optional<LeaseFile> highest = LeaseFile.highest(folder);
        LeaseFile.Content content = highest.isPresent() ? highest.get().read() : null;
        return content == null || content.released() ? List.of() : content.tasks();
    }

    /** Whether a folder's lease can be taken: nobody has it, or its holder is gone or silent. A silent one is relieved of it here. */
    public boolean isFree(Path folder) throws IOException {
        Optional<LeaseFile> highest = LeaseFile.highest(folder);
        if (highest.isEmpty()) {
            return true;
        }
        LeaseFile file = highest.get();
        LeaseFile.Content content = file.read();
        if (content != null && (content.released() || content.holder().isGone())) {
            return true;
        }
        long beat = content == null ? -1 : content.beat();
        long now = nanos.getAsLong();
        Sighting seen = sightings.get(folder);
        if (seen == null || seen.number() != file.number()) {
            sightings.put(folder, new Sighting(file.number(), beat, now, false));
            return false;
        }
        if (seen.beat() != beat) {
            sightings.put(folder, new Sighting(file.number(), beat, now, true));
            return false;
        }
        if (now - seen.since() < terms.silence().toNanos()) {
            return false;
        }
        sightings.remove(folder);
        Lease.takeOver(file, terms).ifPresent(Lease::close);
        return true;
    }

    /** Whether somebody was seen to be at work in a folder. */
    public boolean isAlive(Path folder) throws IOException {
        boolean free = isFree(folder);
        Sighting seen = sightings.get(folder);
        return !free && seen != null && seen.moved();
    }
}
