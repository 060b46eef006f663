package io.github.psbench.report.figure;

import io.github.psbench.data.AttributeGroup;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.Encoding;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PersonImage;
import io.github.psbench.data.picture.RgbImage;
import java.util.ArrayList;
import java.util.List;

/** A data set of people with three attributes and no pictures. */
final class SomePeople {
    private static final AttributeSchema SCHEMA = new AttributeSchema(List.of(
            AttributeGroup.oneOf("gender", List.of("male", "female"), Encoding.PATTERNS),
            AttributeGroup.oneOf("hat", List.of("no", "yes"), Encoding.PATTERNS),
            AttributeGroup.oneOf("upper colour", List.of("red", "white", "tartan"), Encoding.PATTERNS)));

    private final List<PersonImage> gallery = new ArrayList<>();

    /** So many images of a category, its values as indices. */
    SomePeople with(int images, Integer... values) {
        for (int i = 0; i < images; i++) {
            gallery.add(new PersonImage(
                    "image " + gallery.size(), new PersonCategory(List.of(values)), SomePeople::nothing));
        }
        return this;
    }

    private static RgbImage nothing() {
        throw new IllegalStateException("no picture is to be looked at");
    }

    PersonDataset made() {
        return new PersonDataset("people", SCHEMA, List.of(), gallery, new PersonDataset.Digests("", ""), null);
    }
}
