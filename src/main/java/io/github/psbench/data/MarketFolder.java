package io.github.psbench.data;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the files of Market-1501 lie.
 *
 * @param folder holds {@code bounding_box_train}, {@code bounding_box_test} and {@code query}
 * @param annotation the file {@code market_attribute.mat}
 */
record MarketFolder(Path folder, Path annotation) {
    static final String TRAIN = "bounding_box_train";
    static final String TEST = "bounding_box_test";
    static final String QUERY = "query";

    private static final String ANNOTATION = "market_attribute.mat";
    private static final List<String> FOLDERS = List.of("Market-1501-v15.09.15", "Market-1501", "market1501", "");

    /** Identity, camera and sequence, frame, box; a few files of the original have the ending twice. */
    private static final Pattern PICTURE =
            Pattern.compile("(-1|[0-9]{4})_c[0-9]s[0-9]_[0-9]{6}_[0-9]{2}\\.jpg(\\.jpg)?");

    /** Boxes that show no person, and people who are not annotated, by their identity in the file name. */
    private static final Set<String> DISTRACTORS = Set.of("0000", "-1");

    /** Files that operating systems leave in folders; the original has Thumbs.db. Hidden files are left out as well. */
    private static final Set<String> LITTER = Set.of("Thumbs.db", "desktop.ini");

    private static final int SHOWN = 5;

    /** @throws Failure of kind DATA that tells the layout, the place looked at and the origin, if a folder or the annotation is missing */
    static MarketFolder find(Path root) {
        for (String name : FOLDERS) {
            Path folder = root.toAbsolutePath().resolve(name);
            if (Files.isDirectory(folder.resolve(TRAIN))) {
                for (String part : List.of(TEST, QUERY)) {
                    if (!Files.isDirectory(folder.resolve(part))) {
                        throw missing(root, "the folder " + folder.resolve(part) + " is missing");
                    }
                }
                return new MarketFolder(folder, annotation(root, folder));
            }
        }
        throw missing(root, Files.isDirectory(root) ? "no folder " + TRAIN + " is there" : "there is no such folder");
    }

    /**
     * The pictures of one folder, sorted by file name, without distractors.
     *
     * @param part one of {@link #TRAIN}, {@link #TEST}, {@link #QUERY}
     * @param people every identity that may occur
     * @throws Failure of kind DATA if a file name is none of Market-1501's, an identity is not annotated, or no picture is there
     */
    List<StoredImage> images(String part, Map<String, PersonCategory> people) {
        List<StoredImage> images = new ArrayList<>();
        List<String> odd = new ArrayList<>();
        try {
            Files.walkFileTree(
                    folder.resolve(part), EnumSet.of(FileVisitOption.FOLLOW_LINKS), 1, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            String name = file.getFileName().toString();
                            Matcher matcher = PICTURE.matcher(name);
                            if (!matcher.matches()) {
                                if (!LITTER.contains(name) && !name.startsWith(".")) {
                                    odd.add(name);
                                }
                            } else if (!DISTRACTORS.contains(matcher.group(1)) || part.equals(TRAIN)) {
                                PersonCategory category = category(matcher.group(1), file, people);
                                images.add(new StoredImage(
                                        part + "/" + name,
                                        file,
                                        attributes.size(),
                                        attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                                        category));
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new Failure(ErrorKind.DATA, "The folder " + folder.resolve(part) + " cannot be read: " + e + ".", e);
        }
        check(part, images, odd);
        images.sort(Comparator.comparing(StoredImage::name));
        return images;
    }

    private void check(String part, List<StoredImage> images, List<String> odd) {
        if (!odd.isEmpty()) {
            odd.sort(Comparator.naturalOrder());
            throw Failure.data(
                    "The folder %s holds files (%d) that are not named as Market-1501 names its pictures (such as "
                            + "0002_c1s1_000451_03.jpg): %s. Move them elsewhere: to leave them out unasked could change the numbers.",
                    folder.resolve(part), odd.size(), odd.size() > SHOWN ? odd.subList(0, SHOWN) + " and more" : odd);
        }
        if (images.isEmpty()) {
            throw Failure.data(
                    "The folder %s holds no picture of an annotated person. Unpack the data set again.",
                    folder.resolve(part));
        }
    }

    private PersonCategory category(String identity, Path file, Map<String, PersonCategory> people) {
        PersonCategory category = people.get(identity);
        if (category == null) {
            throw Failure.data(
                    "%s shows identity %s, which %s does not annotate. Take pictures and annotation from the same release.",
                    file, identity, annotation);
        }
        return category;
    }

    private static Path annotation(Path root, Path folder) {
        List<Path> places = List.of(
                folder.resolve("attribute").resolve(ANNOTATION),
                folder.resolve(ANNOTATION),
                root.resolve(ANNOTATION),
                root.resolve("market1501").resolve(ANNOTATION));
        return places.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> missing(root, "the annotation " + ANNOTATION + " is missing"));
    }

    private static Failure missing(Path root, String what) {
        return Failure.data("""
                Market-1501 is not complete below %s: %s. Expected there:
                  Market-1501-v15.09.15/          (or Market-1501/, market1501/, or the data root itself)
                    bounding_box_train/           12,936 pictures
                    bounding_box_test/            19,732 pictures
                    query/                        3,368 pictures
                    attribute/market_attribute.mat  (or in the folder itself, the data root, or market1501/ below it)
                The pictures are the data set of Zheng et al. (ICCV 2015), which its authors hand out; the annotation is that of Lin et al. \
                (Market-1501 Attribute, Pattern Recognition 2019), on their project page. Set the data root with --data DIR or $PSBENCH_DATA.""", root, what);
    }
}
