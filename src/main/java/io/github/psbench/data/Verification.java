package io.github.psbench.data;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.picture.ImageDecoder;
import io.github.psbench.data.picture.RgbImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking at all of a data set.
 *
 * @param pictures how many pictures were decoded, damaged ones and those that are neither trained on nor searched among them
 * @param seconds it took to decode them
 * @param partial see {@link PersonDataset#partial()}
 * @param faults in the order of the data set's images
 * @param digests null where faults keep the data set from being used
 */
public record Verification(
        String dataset,
        AttributeSchema schema,
        DatasetCounts counts,
        int pictures,
        double seconds,
        @Nullable String partial,
        List<Fault> faults,
        PersonDataset.@Nullable Digests digests) {
    /** A picture to be decoded. */
    private record Candidate(String file, Supplier<RgbImage> picture) {}

    public Verification {
        faults = List.copyOf(faults);
    }

    static Verification of(Inventory inventory, Places places, Progress progress) {
        List<Candidate> candidates = new ArrayList<>();
        inventory.train().forEach(image -> candidates.add(candidate(image.file())));
        inventory.gallery().forEach(image -> candidates.add(candidate(image.file())));
        inventory.spare().forEach(file -> candidates.add(candidate(file)));
        List<Fault> faults = new ArrayList<>(inventory.faults());
        long begun = System.nanoTime();
        faults.addAll(decode(inventory.name(), candidates, progress));
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Verification(
                inventory.name(),
                inventory.schema(),
                DatasetCounts.ofImages(
                        categories(inventory.train()), categories(inventory.gallery()), DatasetCounts.FOUND),
                candidates.size(),
                seconds,
                inventory.partial(),
                faults,
                faults.isEmpty() ? inventory.dataset(places, progress).digests() : null);
    }

    /** Of a data set without files of its own. */
    static Verification of(PersonDataset dataset, Progress progress) {
        List<Candidate> candidates = dataset.images().stream()
                .map(image -> new Candidate(image.name(), image.picture()))
                .toList();
        long begun = System.nanoTime();
        List<Fault> faults = decode(dataset.name(), candidates, progress);
        return new Verification(
                dataset.name(),
                dataset.schema(),
                DatasetCounts.ofImages(
                        dataset.train().stream().map(PersonImage::category).toList(),
                        dataset.gallery().stream().map(PersonImage::category).toList(),
                        DatasetCounts.FOUND),
                candidates.size(),
                (System.nanoTime() - begun) / 1e9,
                dataset.partial(),
                faults,
                dataset.digests());
    }

    /** What decoding says of a file, without the file, which the fault names. */
    private static String clause(Candidate candidate, Failure failure) {
        String named = "The picture " + candidate.file() + " ";
        String message = failure.getMessage();
        return message.startsWith(named) ? message.substring(named.length()) : message;
    }

    private static Candidate candidate(Path file) {
        return new Candidate(file.toString(), () -> ImageDecoder.decode(file));
    }

    private static List<PersonCategory> categories(List<StoredImage> images) {
        return images.stream().map(StoredImage::category).toList();
    }

    private static List<Fault> decode(String dataset, List<Candidate> candidates, Progress progress) {
        Map<Integer, Fault> damaged = new ConcurrentSkipListMap<>();
        try (Progress.Task task = progress.begin("decoding " + dataset, Math.max(1, candidates.size()))) {
            IntStream.range(0, candidates.size()).parallel().forEach(index -> {
                Candidate candidate = candidates.get(index);
                try {
                    Objects.requireNonNull(candidate.picture().get());
                } catch (Failure e) {
                    if (e.kind() != ErrorKind.DATA) {
                        throw e;
                    }
                    damaged.put(index, new Fault(Fault.Kind.DAMAGED, candidate.file(), clause(candidate, e)));
                }
                task.advance(1);
            });
        }
        return List.copyOf(damaged.values());
    }
}
