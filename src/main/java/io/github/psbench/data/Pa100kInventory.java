package io.github.psbench.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds the pictures of PA-100K against its annotation. */
final class Pa100kInventory {
    private static final int MOST_RANGES = 5;

    private final Pa100kFolder folder;
    private final Pa100kPeople people;
    private final Map<String, PictureFolder.Entry> pictures = new HashMap<>();
    private final List<Fault> unfit = new ArrayList<>();
    private final List<Fault> missing = new ArrayList<>();
    private final TreeSet<Integer> present = new TreeSet<>();

    Pa100kInventory(Pa100kFolder folder, Pa100kPeople people) {
        this.folder = folder;
        this.people = people;
        PictureFolder listing = PictureFolder.list(folder.images());
        unfit.addAll(listing.faults());
        for (PictureFolder.Entry entry : listing.files()) {
            if (Pa100kAnnotation.isPicture(entry.name())) {
                pictures.put(entry.name(), entry);
            } else if (!entry.file().equals(folder.annotation())) {
                unfit.add(new Fault(
                        Fault.Kind.MISNAMED,
                        entry.file().toString(),
                        "is not named as PA-100K names its pictures (such as 000001.jpg)"));
            }
        }
    }

    Inventory of(String name, boolean allowPartial) {
        List<StoredImage> train = stored(people.train());
        List<StoredImage> gallery = stored(people.gallery());
        List<Path> validation = new ArrayList<>();
        for (String image : people.validation()) {
            PictureFolder.Entry picture = take(image);
            if (picture != null) {
                validation.add(picture.file());
            }
        }
        pictures.values().stream()
                .map(PictureFolder.Entry::file)
                .sorted()
                .forEach(file -> unfit.add(
                        new Fault(Fault.Kind.NOT_ANNOTATED, file.toString(), "is not in " + folder.annotation())));
        String partial = missing.isEmpty() ? null : partial(train.size(), gallery.size(), validation.size());
        List<Fault> faults = new ArrayList<>(unfit);
        if (!allowPartial) {
            faults.addAll(missing);
        }
        return new Inventory(name, people.schema(), train, gallery, validation, faults, partial);
    }

    private List<StoredImage> stored(List<Pa100kPeople.Person> annotated) {
        List<StoredImage> images = new ArrayList<>();
        for (Pa100kPeople.Person person : annotated) {
            PictureFolder.Entry picture = take(person.image());
            if (picture != null) {
                images.add(new StoredImage(person.image(), picture.file(), picture.attributes(), person.category()));
            }
        }
        return images;
    }

    private PictureFolder.@Nullable Entry take(String image) {
        PictureFolder.Entry picture = pictures.remove(image);
        if (picture == null) {
            missing.add(new Fault(
                    Fault.Kind.MISSING, folder.images().resolve(image).toString(), "is annotated, but not there"));
        } else {
            present.add(Integer.parseInt(image.substring(0, image.indexOf('.'))));
        }
        return picture;
    }

    /** How many images of each part are there, and which numbers they have. */
    private String partial(int train, int gallery, int validation) {
        return String.format(
                "%,d of %,d training images, %,d of %,d gallery images and %,d of %,d validation images (%s)",
                train,
                people.train().size(),
                gallery,
                people.gallery().size(),
                validation,
                people.validation().size(),
                ranges());
    }

    private String ranges() {
        List<int[]> ranges = new ArrayList<>();
        for (int number : present) {
            int[] last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (last != null && last[1] == number - 1) {
                last[1] = number;
            } else {
                ranges.add(new int[] {number, number});
            }
        }
        String shown = ranges.stream()
                .limit(MOST_RANGES)
                .map(range -> String.format("%06d-%06d", range[0], range[1]))
                .collect(Collectors.joining(", "));
        return ranges.size() > MOST_RANGES ? shown + " and more" : shown;
    }
}
