package io.github.psbench.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Holds the pictures of PETA against its annotation. The rows of a sub-set are its pictures in the order of their names' characters, which
 * nothing says, but every line of the sub-sets' {@code Label.txt} confirms; where such a file is there, it is checked.
 */
final class PetaInventory {
    private static final String LABELS = "Label.txt";
    private static final Pattern PICTURE = Pattern.compile("(?i).+\\.(bmp|png|jpe?g)");

    private final PetaFolder folder;
    private final PetaAnnotation annotation;
    private final List<Fault> faults = new ArrayList<>();

    /** By row; null where the row's picture cannot be told. */
    private final PictureFolder.Entry[] pictures;

    PetaInventory(PetaFolder folder, PetaAnnotation annotation) {
        this.folder = folder;
        this.annotation = annotation;
        pictures = new PictureFolder.Entry[annotation.images()];
        for (int subset = 0; subset < PetaFolder.SUBSETS.size(); subset++) {
            int number = subset;
            int[] rows = IntStream.range(0, annotation.images())
                    .filter(row -> annotation.subset(row) == number)
                    .toArray();
            match(PetaFolder.SUBSETS.get(subset), rows);
        }
    }

    Inventory of(String name, PetaSplit split) {
        Function<Integer, Optional<StoredImage>> stored = row -> Optional.ofNullable(pictures[row])
                .map(entry -> new StoredImage(
                        folder.folder().relativize(entry.file()).toString().replace('\\', '/'),
                        entry.file(),
                        entry.attributes(),
                        split.category(row)));
        return new Inventory(
                name,
                split.schema(),
                split.train().stream().map(stored).flatMap(Optional::stream).toList(),
                split.gallery().stream().map(stored).flatMap(Optional::stream).toList(),
                split.dropped().stream()
                        .map(row -> Optional.ofNullable(pictures[row]).map(PictureFolder.Entry::file))
                        .flatMap(Optional::stream)
                        .toList(),
                faults,
                null);
    }

    private void match(String subset, int[] rows) {
        Path archive = folder.archive(subset);
        PictureFolder listing = PictureFolder.list(archive);
        faults.addAll(listing.faults());
        List<PictureFolder.Entry> found = new ArrayList<>();
        for (PictureFolder.Entry entry : listing.files()) {
            if (PICTURE.matcher(entry.name()).matches()) {
                found.add(entry);
            } else if (!entry.name().equalsIgnoreCase(LABELS)) {
                faults.add(
                        new Fault(Fault.Kind.MISNAMED, entry.file().toString(), "is neither a picture nor " + LABELS));
            }
        }
        if (found.size() != rows.length) {
            faults.add(new Fault(
                    Fault.Kind.MISCOUNTED,
                    archive.toString(),
                    String.format(
                            "holds %,d pictures, but %s annotates %,d, so that none can be told",
                            found.size(), folder.annotation(), rows.length)));
            return;
        }
        for (int i = 0; i < rows.length; i++) {
            pictures[rows[i]] = found.get(i);
        }
        listing.files().stream()
                .filter(entry -> entry.name().equalsIgnoreCase(LABELS))
                .forEach(labels -> compare(new PetaLabels(labels.file()), rows));
    }

    private void compare(PetaLabels labels, int[] rows) {
        for (int row : rows) {
            PictureFolder.Entry picture = pictures[row];
            Optional<SortedSet<String>> said = labels.of(picture.name());
            if (said.isEmpty()) {
                faults.add(new Fault(
                        Fault.Kind.CONTRADICTED, picture.file().toString(), "has no line in " + labels.file()));
                continue;
            }
            SortedSet<String> annotated = attributes(row);
            SortedSet<String> different = new TreeSet<>(annotated);
            for (String attribute : said.get()) {
                // What only one of them says; some labels are of attributes that the annotation does not have.
                if (!different.remove(attribute) && annotation.attributes().contains(attribute)) {
                    different.add(attribute);
                }
            }
            if (!different.isEmpty()) {
                faults.add(new Fault(
                        Fault.Kind.CONTRADICTED,
                        picture.file().toString(),
                        String.format(
                                Locale.ROOT,
                                "is row %d of %s, but %s differs from it in %s",
                                row + 1,
                                folder.annotation(),
                                labels.file(),
                                different)));
            }
        }
    }

    private SortedSet<String> attributes(int row) {
        boolean[] held = annotation.attributes(row);
        return IntStream.range(0, held.length)
                .filter(attribute -> held[attribute])
                .mapToObj(annotation.attributes()::get)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
