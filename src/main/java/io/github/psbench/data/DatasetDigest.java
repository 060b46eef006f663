package io.github.psbench.data;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.base.Sha256;
import io.github.psbench.base.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The digests of a data set that lies in files. That of its pictures is SHA-256 over the SHA-256 of every file's bytes, train before gallery;
 * that of the whole is over its schema, every image's name, category and identity, and the digest of its pictures.
 *
 * <p>Reading every byte takes seconds, so the digest of the pictures is kept below {@code digests/} in the cache, under a key that holds each
 * file's place, size and time of last change. A file that changes changes one of these and everything is read again; only a change that leaves
 * size and time as they were would be missed, and deleting the folder makes up for that.
 */
final class DatasetDigest {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private DatasetDigest() {}

    /**
     * @param dataset the data set's name, for whoever waits
     * @throws Failure of kind DATA, naming the file, if one cannot be read
     */
    static PersonDataset.Digests of(
            String dataset,
            AttributeSchema schema,
            List<StoredImage> train,
            List<StoredImage> gallery,
            Places places,
            Progress progress) {
        String pictures = pictures(
                dataset, Stream.concat(train.stream(), gallery.stream()).toList(), places, progress);
        return new PersonDataset.Digests(
                ofAnnotation(schema, images(train), images(gallery))
                        .add(pictures)
                        .hex(),
                pictures);
    }

    /** Schema and annotation, to which that of the pictures is still to be added. */
    static Sha256 ofAnnotation(AttributeSchema schema, List<PersonImage> train, List<PersonImage> gallery) {
        Sha256 sha = new Sha256();
        for (AttributeGroup group : schema.groups()) {
            sha.add(group.name()).add(String.join("\n", group.bits()));
            group.values()
                    .forEach(value -> sha.add(value.name()).add(value.code().toString()));
        }
        for (List<PersonImage> part : List.of(train, gallery)) {
            sha.add(Integer.toString(part.size()));
            for (PersonImage image : part) {
                sha.add(image.name()).add(image.category().values().toString());
                if (image.identity() != null) {
                    sha.add(image.identity());
                }
            }
        }
        return sha;
    }

    private static List<PersonImage> images(List<StoredImage> stored) {
        return stored.stream().map(StoredImage::image).toList();
    }

    private static String pictures(String dataset, List<StoredImage> images, Places places, Progress progress) {
        Path kept = places.cache().resolve("digests").resolve(key(images));
        Optional<String> known = known(kept);
        if (known.isPresent()) {
            return known.get();
        }
        String digest = ofBytes(dataset, images, progress);
        WholeFile.write(kept, digest + "\n");
        return digest;
    }

    private static String key(List<StoredImage> images) {
        Sha256 sha = new Sha256();
        for (StoredImage image : images) {
            sha.add(image.file().toAbsolutePath().toString())
                    .add(Long.toString(image.size()))
                    .add(Long.toString(image.modified()));
        }
        return sha.hex();
    }

    private static String ofBytes(String dataset, List<StoredImage> images, Progress progress) {
        try (Progress.Task task = progress.begin("reading " + dataset, images.size())) {
            List<String> digests = images.parallelStream()
                    .map(image -> {
                        String digest = ofFile(image.file());
                        task.advance(1);
                        return digest;
                    })
                    .toList();
            Sha256 sha = new Sha256();
            digests.forEach(sha::add);
            return sha.hex();
        }
    }

    private static String ofFile(Path file) {
        try {
            return Sha256.ofFile(file);
        } catch (IOException e) {
            throw new Failure(
                    ErrorKind.DATA,
                    "The picture " + file + " cannot be read: " + IoReason.of(e).why()
                            + ". Put a sound copy in its place.",
                    e);
        }
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
