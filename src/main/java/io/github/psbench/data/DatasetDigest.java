package io.github.psbench.data;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.base.Sha256;
import io.github.psbench.base.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The digest of a data set that lies in files: SHA-256 over its schema and, image by image, train before gallery, the image's name, its
 * category and the SHA-256 of its file's bytes.
 *
 * <p>Reading every byte takes seconds, so the digest is kept below {@code digests/} in the cache, under a key that holds the same facts with
 * each file's place, size and time of last change instead of its bytes. A file that changes changes one of these and everything is read
 * again; only a change that leaves size and time as they were would be missed, and deleting the folder makes up for that.
 */
final class DatasetDigest {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final AttributeSchema schema;
    private final List<StoredImage> train;
    private final List<StoredImage> gallery;

    DatasetDigest(AttributeSchema schema, List<StoredImage> train, List<StoredImage> gallery) {
        this.schema = schema;
        this.train = train;
        this.gallery = gallery;
    }

    /**
     * 64 hexadecimal digits.
     *
     * @param dataset the data set's name, for whoever waits
     * @throws Failure of kind DATA, naming the file, if one cannot be read
     */
    String hex(String dataset, Places places, Progress progress) {
        String key =
                combine((sha, image) -> sha.add(image.file().toAbsolutePath().toString())
                        .add(Long.toString(image.size()))
                        .add(Long.toString(image.modified())));
        Path kept = places.cache().resolve("digests").resolve(key);
        Optional<String> known = known(kept);
        if (known.isPresent()) {
            return known.get();
        }
        String digest = ofBytes(dataset, progress);
        WholeFile.write(kept, digest + "\n");
        return digest;
    }

    private String ofBytes(String dataset, Progress progress) {
        List<StoredImage> all = Stream.concat(train.stream(), gallery.stream()).toList();
        try (Progress.Task task = progress.begin("reading " + dataset, all.size())) {
            List<String> digests = all.parallelStream()
                    .map(image -> {
                        String digest = ofFile(image.file());
                        task.advance(1);
                        return digest;
                    })
                    .toList();
            Iterator<String> next = digests.iterator();
            return combine((sha, image) -> sha.add(next.next()));
        }
    }

    private static String ofFile(Path file) {
        try {
            return Sha256.ofFile(file);
        } catch (IOException e) {
            throw new Failure(
                    ErrorKind.DATA,
                    "The picture " + file + " cannot be read: " + e + ". Put a sound copy in its place.",
                    e);
        }
    }

    /** @param content adds what stands for an image's bytes; it is called in the order of the images */
    private String combine(BiConsumer<Sha256, StoredImage> content) {
        Sha256 sha = new Sha256();
        for (AttributeGroup group : schema.groups()) {
            sha.add(group.name()).add(String.join("\n", group.values()));
        }
        for (List<StoredImage> part : List.of(train, gallery)) {
            sha.add(Integer.toString(part.size()));
            for (StoredImage image : part) {
                sha.add(image.name()).add(image.category().values().toString());
                content.accept(sha, image);
            }
        }
        return sha.hex();
    }

    /** Empty too where the file is damaged: then the digest is made again. */
    private static Optional<String> known(Path kept) {
        try {
            return Optional.of(Files.readString(kept).strip())
                    .filter(text -> SHA256.matcher(text).matches());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
