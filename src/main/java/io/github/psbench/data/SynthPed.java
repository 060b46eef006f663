package io.github.psbench.data;

import io.github.psbench.base.Default;
import io.github.psbench.base.Name;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.base.Sha256;
import io.github.psbench.data.synthped.Album;
import io.github.psbench.data.synthped.Shot;
import io.github.psbench.data.synthped.Size;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The embedded data set: people drawn by psbench itself from their attributes, the same bytes on every machine. It needs no download; its pictures are
 * drawn on first use and kept in the cache. {@link io.github.psbench.data.synthped} tells what is in it and how much of it each size has.
 *
 * <p>Pictures are 128 pixels high and 64 wide.
 *
 * @param seed each gives a data set of its own: other categories, people and pictures, of the same kind and number
 * @param size small is drawn in seconds, large in minutes
 */
@Name("synthped")
public record SynthPed(
        @Default("1") long seed, @Default("small") Size size) implements DataSource {
    private static final AttributeSchema SCHEMA = MarketSchema.of(Encoding.PATTERNS);

    /** Nothing is ever missing: it is drawn. */
    @Override
    public Whereabouts whereabouts(Places places) {
        return new Whereabouts(null, null, null);
    }

    @Override
    public PersonDataset load(Places places, Progress progress) {
        Album album = Album.of(seed, size);
        List<Shot> shots = new ArrayList<>(album.train());
        shots.addAll(album.gallery());
        String kind = size.name().toLowerCase(Locale.ROOT);
        Path file = places.cache()
                .resolve("synthped")
                .resolve(kind + "-seed-" + seed + "-revision-" + Album.REVISION + ".rgb");
        DrawnPictures pictures = DrawnPictures.open(file, album, shots, annotation(shots), progress);
        List<PersonImage> images = new ArrayList<>();
        for (int i = 0; i < shots.size(); i++) {
            int index = i;
            images.add(new PersonImage(shots.get(i).name(), category(shots.get(i)), () -> pictures.picture(index)));
        }
        int train = album.train().size();
        return new PersonDataset(
                name(),
                SCHEMA,
                images.subList(0, train),
                images.subList(train, images.size()),
                new PersonDataset.Digests(pictures.digest(), pictures.digest()),
                null);
    }

    /** They are drawn, from attributes. */
    @Override
    public boolean showsRealPeople() {
        return false;
    }

    @Override
    public Origin origin() {
        return Origin.SYNTHPED;
    }

    @Override
    public Verification verify(Places places, Progress progress) {
        return Verification.of(load(places, progress), progress);
    }

    @Override
    public DatasetCounts counts(Places places) {
        Album album = Album.of(seed, size);
        return DatasetCounts.ofImages(
                album.train().stream().map(SynthPed::category).toList(),
                album.gallery().stream().map(SynthPed::category).toList(),
                "drawn");
    }

    @Override
    public AttributeSchema schema(Places places) {
        return SCHEMA;
    }

    /** Everything but the pixels, for the digest. */
    private static String annotation(List<Shot> shots) {
        Sha256 sha = new Sha256();
        for (AttributeGroup group : SCHEMA.groups()) {
            sha.add(group.name()).add(String.join("\n", group.bits()));
        }
        shots.forEach(shot -> sha.add(shot.name()).add(category(shot).values().toString()));
        return sha.hex();
    }

    private static PersonCategory category(Shot shot) {
        List<AttributeGroup> groups = SCHEMA.groups();
        List<Enum<?>> values = shot.attributes().values();
        List<Integer> indices = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            indices.add(groups.get(g).indexOf(values.get(g).name().toLowerCase(Locale.ROOT)));
        }
        return new PersonCategory(indices);
    }
}
