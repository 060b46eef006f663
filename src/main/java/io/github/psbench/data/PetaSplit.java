package io.github.psbench.data;

import io.github.psbench.base.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.IntStream;

/**
 * Which images of PETA are learned from and which are searched. Categories of a single image are dropped, and 200 of the others, drawn by
 * NumPy, are searched; no category is in both.
 *
 * @param schema of the images that are kept
 * @param train rows of the annotation, ascending
 * @param gallery likewise
 * @param dropped likewise
 * @param categories of the rows that are kept
 */
record PetaSplit(
        AttributeSchema schema,
        List<Integer> train,
        List<Integer> gallery,
        List<Integer> dropped,
        Map<Integer, PersonCategory> categories) {
    private static final int SEARCHED = 200;

    /** @param seed of NumPy's RandomState */
    static PetaSplit of(PetaAnnotation annotation, Encoding encoding, long seed) {
        BinaryAttributes attributes = annotation.grouped();
        Map<List<?>, Integer> images = new LinkedHashMap<>();
        for (int image = 0; image < annotation.images(); image++) {
            images.merge(attributes.groups(annotation.attributes(image)), 1, Integer::sum);
        }
        images.values().removeIf(count -> count < 2);
        if (images.size() <= SEARCHED) {
            throw Failure.data(
                    "PETA.mat has %d categories of two images or more, but more than %d are needed, since so many are searched. Put the "
                            + "original annotation in its place.",
                    images.size(), SEARCHED);
        }
        List<List<?>> order = List.copyOf(images.keySet());
        Map<List<?>, Boolean> trained = new LinkedHashMap<>();
        order.forEach(category -> trained.put(category, false));
        for (int chosen : new NumpyRandomState(seed).choice(order.size(), order.size() - SEARCHED)) {
            trained.put(order.get(chosen), true);
        }
        Describing describing = attributes.describing();
        List<Integer> kept = new ArrayList<>();
        List<Integer> train = new ArrayList<>();
        List<Integer> gallery = new ArrayList<>();
        List<Integer> dropped = new ArrayList<>();
        for (int image = 0; image < annotation.images(); image++) {
            List<SortedSet<Integer>> person = attributes.groups(annotation.attributes(image));
            Boolean learned = trained.get(person);
            if (learned == null) {
                dropped.add(image);
                continue;
            }
            describing.add(person);
            kept.add(image);
            (learned ? train : gallery).add(image);
        }
        List<PersonCategory> described = describing.categories();
        Map<Integer, PersonCategory> categories = new LinkedHashMap<>();
        IntStream.range(0, kept.size()).forEach(i -> categories.put(kept.get(i), described.get(i)));
        return new PetaSplit(describing.schema(encoding), train, gallery, dropped, categories);
    }

    /** Of an image that is kept. */
    PersonCategory category(int image) {
        return Objects.requireNonNull(categories.get(image));
    }
}
