package io.github.psbench.train;

import io.github.psbench.data.AttributeGroup;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.Encoding;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PersonImage;
import io.github.psbench.data.picture.RgbImage;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** A data set small enough for a test: 32x16 pictures whose upper and lower half have the colours of the two attributes, with noise. */
final class TinyPeople {
    static final AttributeSchema SCHEMA = new AttributeSchema(List.of(
            AttributeGroup.oneOf("upper", List.of("red", "green", "blue"), Encoding.PATTERNS),
            AttributeGroup.oneOf("lower", List.of("dark", "light"), Encoding.PATTERNS)));

    private TinyPeople() {}

    static PersonDataset dataset(int trainImages, int galleryImages) {
        return new PersonDataset(
                "tiny",
                SCHEMA,
                images("train", trainImages),
                images("gallery", galleryImages),
                new PersonDataset.Digests("0".repeat(64), "1".repeat(64)),
                null);
    }

    private static List<PersonImage> images(String split, int count) {
        UniformRandomProvider random = new RandomStreams(3).named(split);
        List<PersonImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            PersonCategory category = new PersonCategory(List.of(i % 3, i / 3 % 2));
            RgbImage picture = picture(category, random);
            images.add(new PersonImage(split + "/" + i, category, () -> picture));
        }
        return images;
    }

    private static RgbImage picture(PersonCategory category, UniformRandomProvider random) {
        byte[] pixels = new byte[32 * 16 * 3];
        for (int i = 0; i < pixels.length; i++) {
            boolean upper = i < pixels.length / 2;
            boolean lit = upper
                    ? category.values().get(0) == i % 3
                    : category.values().get(1) == 1;
            pixels[i] = (byte) ((lit ? 170 : 40) + random.nextInt(-40, 41));
        }
        return new RgbImage(16, 32, pixels);
    }
}
