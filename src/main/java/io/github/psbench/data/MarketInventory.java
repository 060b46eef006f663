package io.github.psbench.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds the pictures of Market-1501 against its annotation of people. */
final class MarketInventory {
    /** Identity, camera and sequence, frame, box; a few files of the original have the ending twice. */
    private static final Pattern PICTURE =
            Pattern.compile("(-1|[0-9]{4})_c[0-9]s[0-9]_[0-9]{6}_[0-9]{2}\\.jpg(\\.jpg)?");

    /** Boxes that show no person, and people who are not annotated, by their identity in the file name. */
    private static final Set<String> DISTRACTORS = Set.of("0000", "-1");

    /** Of the original, which is told by the number of people in its annotation. */
    private static final Map<String, Integer> PICTURES =
            Map.of(MarketFolder.TRAIN, 12_936, MarketFolder.TEST, 19_732, MarketFolder.QUERY, 3_368);

    private static final int ANNOTATED = 751 + 750;

    private final MarketFolder folder;
    private final Map<String, PersonCategory> trained;
    private final Map<String, PersonCategory> searched;
    private final List<Path> spare = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    MarketInventory(MarketFolder folder, MarketAnnotation annotation) {
        this.folder = folder;
        trained = annotation.people("train");
        searched = annotation.people("test");
    }

    Inventory of(String name, AttributeSchema schema, Market1501.Labels labels) {
        Set<String> unseen = new HashSet<>(trained.keySet());
        List<StoredImage> train = images(MarketFolder.TRAIN, trained, unseen).stream()
                .map(image -> labels == Market1501.Labels.IDENTITY ? image : image.of(null))
                .toList();
        withoutPicture(unseen, MarketFolder.TRAIN);
        unseen = new HashSet<>(searched.keySet());
        List<StoredImage> gallery = new ArrayList<>(images(MarketFolder.TEST, searched, unseen));
        gallery.addAll(images(MarketFolder.QUERY, searched, unseen));
        withoutPicture(unseen, MarketFolder.TEST);
        return new Inventory(
                name,
                schema,
                train,
                gallery.stream().map(image -> image.of(null)).toList(),
                spare,
                faults,
                null);
    }

    /** The pictures of one folder with their identities, distractors left out. */
    private List<StoredImage> images(String part, Map<String, PersonCategory> people, Set<String> unseen) {
        PictureFolder listing = PictureFolder.list(folder.folder().resolve(part));
        faults.addAll(listing.faults());
        List<StoredImage> images = new ArrayList<>();
        int pictures = 0;
        for (PictureFolder.Entry entry : listing.files()) {
            Matcher matcher = PICTURE.matcher(entry.name());
            if (!matcher.matches()) {
                faults.add(new Fault(
                        Fault.Kind.MISNAMED,
                        entry.file().toString(),
                        "is not named as Market-1501 names its pictures (such as 0002_c1s1_000451_03.jpg)"));
                continue;
            }
            pictures++;
            String identity = matcher.group(1);
            PersonCategory category = people.get(identity);
            if (category != null) {
                unseen.remove(identity);
                images.add(new StoredImage(part + "/" + entry.name(), entry.file(), entry.attributes(), category)
                        .of(identity));
            } else if (DISTRACTORS.contains(identity) && !part.equals(MarketFolder.TRAIN)) {
                spare.add(entry.file());
            } else {
                faults.add(new Fault(
                        Fault.Kind.NOT_ANNOTATED,
                        entry.file().toString(),
                        "shows identity " + identity + ", which " + folder.annotation() + " does not annotate"));
            }
        }
        int expected = PICTURES.getOrDefault(part, 0);
        if (trained.size() + searched.size() == ANNOTATED && pictures != expected) {
            faults.add(new Fault(
                    Fault.Kind.MISCOUNTED,
                    folder.folder().resolve(part).toString(),
                    String.format("holds %,d pictures, but Market-1501 has %,d there", pictures, expected)));
        }
        return images;
    }

    private void withoutPicture(Set<String> identities, String part) {
        identities.stream()
                .sorted()
                .forEach(identity -> faults.add(new Fault(
                        Fault.Kind.MISSING,
                        folder.folder().resolve(part).toString(),
                        "has no picture of identity " + identity + ", which " + folder.annotation() + " annotates")));
    }
}
