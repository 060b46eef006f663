package io.github.psbench.data;

import io.github.psbench.base.Default;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Name;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.base.Sha256;
import io.github.psbench.data.synthped.Album;
import io.github.psbench.data.synthped.Shot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The embedded data set: people drawn by psbench itself from their attributes, the same bytes on every machine. It needs no download; its pictures are
 * drawn on first use, in seconds, and kept in the cache. {@link io.github.psbench.data.synthped} tells what is in it.
 *
 * <p>2,400 training images of 150 categories; 1,260 gallery images of 140 categories, 80 of them unseen. Pictures are 128 pixels high and 64 wide.
 *
 * @param seed each gives a data set of its own: other categories, people and pictures, of the same kind and number
 */
@Name("synthped")
public record SynthPed(@Default("1") long seed) implements DataSource {
    /** Nothing is ever missing: it is drawn. */
    @Override
    public Whereabouts whereabouts(Places places) {
        return new Whereabouts(null, null, null);
    }

    @Override
    public PersonDataset load(Places places, Progress progress) {
        Album album = Album.of(seed);
        List<Shot> shots = new ArrayList<>(album.train());
        shots.addAll(album.gallery());
        Path file = places.cache().resolve("synthped").resolve("seed-" + seed + "-revision-" + Album.REVISION + ".rgb");
        DrawnPictures pictures = pictures(file, album, shots, progress);
        List<PersonImage> images = new ArrayList<>();
        for (int i = 0; i < shots.size(); i++) {
            int index = i;
            images.add(new PersonImage(shots.get(i).name(), category(shots.get(i)), () -> pictures.picture(index)));
        }
        int train = album.train().size();
        return new PersonDataset(
                name(),
                MarketSchema.of(Encoding.PATTERNS),
                images.subList(0, train),
                images.subList(train, images.size()),
                new PersonDataset.Digests(pictures.digest(), pictures.digest()),
                null);
    }

    @Override
    public Verification verify(Places places, Progress progress) {
        return Verification.of(load(places, progress), progress);
    }

    @Override
    public DatasetCounts counts(Places places, Progress progress) {
        Album album = Album.of(seed);
        return DatasetCounts.ofImages(
                album.train().stream().map(SynthPed::category).toList(),
                album.gallery().stream().map(SynthPed::category).toList(),
                "drawn");
    }

    private static DrawnPictures pictures(Path file, Album album, List<Shot> shots, Progress progress) {
        try {
            return DrawnPictures.open(file, album, shots, annotation(shots), progress);
        } catch (IOException e) {
            throw new Failure(
                    ErrorKind.RESOURCES,
                    String.format(
                            "%s cannot be read: %s. Check the folder's permissions, or set PSBENCH_CACHE to another folder.",
                            file, e),
                    e);
        }
    }

    /** Everything but the pixels, for the digest. */
    private static String annotation(List<Shot> shots) {
        Sha256 sha = new Sha256();
        for (AttributeGroup group : MarketSchema.of(Encoding.PATTERNS).groups()) {
            sha.add(group.name()).add(String.join("\n", group.bits()));
        }
        shots.forEach(shot -> sha.add(shot.name()).add(category(shot).values().toString()));
        return sha.hex();
    }

    private static PersonCategory category(Shot shot) {
        List<AttributeGroup> groups = MarketSchema.of(Encoding.PATTERNS).groups();
        List<Enum<?>> values = shot.attributes().values();
        List<Integer> indices = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            indices.add(groups.get(g).indexOf(values.get(g).name().toLowerCase(Locale.ROOT)));
        }
        return new PersonCategory(indices);
    }
}
