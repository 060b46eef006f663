package io.github.psbench.report.figure;

import ai.djl.ndarray.NDManager;
import io.github.psbench.base.Safetensors;
import io.github.psbench.base.Sha256;
import io.github.psbench.data.AttributeGroup;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.Encoding;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PersonImage;
import io.github.psbench.data.picture.RgbImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Six people of five categories to be searched, two of whom have been seen in training, and what a trial has made of them. */
final class SmallSearch {
    static final String HOSTILE = "=<script>&\u202E";

    private static final AttributeSchema SCHEMA = new AttributeSchema(List.of(
            AttributeGroup.oneOf("gender", List.of("male", "female"), Encoding.PATTERNS),
            AttributeGroup.oneOf("upper colour", List.of("red", "blue", HOSTILE), Encoding.PATTERNS)));

    private static final List<PersonCategory> GALLERY =
            List.of(category(0, 0), category(0, 1), category(1, 0), category(1, 0), category(1, 1), category(1, 2));

    private SmallSearch() {}

    private static PersonCategory category(int... values) {
        return new PersonCategory(java.util.Arrays.stream(values).boxed().toList());
    }

    static PersonDataset people() {
        List<PersonImage> gallery = new ArrayList<>();
        for (PersonCategory category : GALLERY) {
            byte shade = (byte) (30 * gallery.size());
            gallery.add(new PersonImage(
                    "gallery/" + gallery.size() + ".png",
                    category,
                    () -> new RgbImage(2, 4, new byte[] {
                        shade, 9, 9, shade, 9, 9, 99, 9, 9, 99, 9, 9, 9, 9, 99, 9, 9, 99, 9, shade, 9, 9, shade, 9
                    })));
        }
        return new PersonDataset(
                "small",
                SCHEMA,
                List.of(image("a", category(0, 0)), image("b", category(1, 1))),
                gallery,
                new PersonDataset.Digests(Sha256.ofText("a"), Sha256.ofText("a")),
                null);
    }

    private static PersonImage image(String name, PersonCategory category) {
        return new PersonImage(name, category, () -> new RgbImage(1, 1, new byte[3]));
    }

    /** @param turned whether each query comes nearest to the others' images */
    static void write(Path trial, boolean turned) {
        float[][] queries = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 1}};
        float[][] gallery = {{4, 0}, {0, 1}, {-1, 0.5f}, {-1, 0}, {0, -3}, {1, 1}};
        try (NDManager manager = NDManager.newBaseManager()) {
            Safetensors.write(
                    trial.resolve("queries.safetensors"),
                    Map.of("embeddings", manager.create(queries), "labels", manager.create(new long[] {0, 1, 2, 3, 4
                    })));
            for (float[] row : gallery) {
                row[0] = turned ? -row[0] : row[0];
            }
            Safetensors.write(
                    trial.resolve("gallery.safetensors"),
                    Map.of("embeddings", manager.create(gallery), "labels", manager.create(new long[] {0, 1, 2, 2, 3, 4
                    })));
        }
    }
}
