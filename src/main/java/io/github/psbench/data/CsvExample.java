package io.github.psbench.data;

import io.github.psbench.base.Progress;
import io.github.psbench.data.picture.RgbImage;
import io.github.psbench.data.synthped.Album;
import io.github.psbench.data.synthped.Attributes;
import io.github.psbench.data.synthped.Shot;
import io.github.psbench.data.synthped.Size;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a small {@link CsvFolder} for whoever makes one: eight training and four gallery images of synthped, in three groups. */
public final class CsvExample {
    private static final String SCHEMA = "/csv-folder/schema.yaml";
    private static final int TRAIN = 8;
    private static final int GALLERY = 4;

    private CsvExample() {}

    /**
     * @return the written data set as experiments name it
     * @throws io.github.psbench.base.Failure of kind USAGE if the folder is there and not empty; of kind RESOURCES, naming it, if it cannot be
     *     written
     */
    public static CsvFolder write(Path folder, Progress progress) {
        Album album = Album.of(1, Size.SMALL);
        List<CsvFolderWriter.Image> images = new ArrayList<>();
        List<Shot> train = some(album.train(), TRAIN);
        Set<Attributes> seen = train.stream().map(Shot::attributes).collect(Collectors.toSet());
        List<Shot> seenFirst = album.gallery().stream()
                .sorted(Comparator.comparing(shot -> !seen.contains(shot.attributes())))
                .toList();
        train.forEach(shot -> images.add(image(album, shot, CsvImages.Split.TRAIN)));
        some(seenFirst, GALLERY).forEach(shot -> images.add(image(album, shot, CsvImages.Split.GALLERY)));
        CsvFolderWriter.write(folder, schema(), List.of("gender", "upper colour", "wears"), images, progress);
        return new CsvFolder(folder.toAbsolutePath().normalize().toString(), Encoding.PATTERNS);
    }

    /** The first, and others far from each other, so of different people. */
    private static List<Shot> some(List<Shot> shots, int count) {
        List<Shot> coloured = shots.stream()
                .filter(shot -> shot.attributes().upperColour() != Attributes.UpperColour.NONE)
                .toList();
        return IntStream.range(0, count)
                .mapToObj(i -> coloured.get(i * coloured.size() / count))
                .toList();
    }

    private static CsvFolderWriter.Image image(Album album, Shot shot, CsvImages.Split split) {
        return new CsvFolderWriter.Image(
                shot.name(),
                split,
                cells(shot.attributes()),
                () -> new RgbImage(Album.WIDTH, Album.HEIGHT, album.draw(shot)));
    }

    private static List<String> cells(Attributes person) {
        List<String> worn = new ArrayList<>();
        if (person.bag() != Attributes.Bag.NONE) {
            worn.add(word(person.bag()));
        }
        if (person.hat() == Attributes.Hat.YES) {
            worn.add("hat");
        }
        return List.of(word(person.gender()), word(person.upperColour()), String.join(CsvImages.AND, worn));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String schema() {
        try (InputStream text = CsvExample.class.getResourceAsStream(SCHEMA)) {
            return new String(Objects.requireNonNull(text, SCHEMA).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
