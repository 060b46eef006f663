package io.github.psbench.data;

import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of a data set, held against its annotation.
 *
 * @param name of the data set
 * @param spare pictures that belong to the data set, but are neither trained on nor searched
 * @param faults what does not fit; the images are those that do
 * @param partial see {@link PersonDataset#partial()}
 */
record Inventory(
        String name,
        AttributeSchema schema,
        List<StoredImage> train,
        List<StoredImage> gallery,
        List<Path> spare,
        List<Fault> faults,
        @Nullable String partial) {
    private static final int SHOWN = 5;

    Inventory {
        train = List.copyOf(train);
        gallery = List.copyOf(gallery);
        spare = List.copyOf(spare);
        faults = List.copyOf(faults);
    }

    /** @throws Failure of kind DATA if there are faults */
    PersonDataset dataset(Places places, Progress progress) {
        if (!faults.isEmpty()) {
            throw Failure.data(
                    "%s cannot be used: %s%s. To leave such files out unasked could change the numbers. Put the data set's own "
                            + "files in their places, and move others elsewhere; psbench data verify %s lists every fault.",
                    name,
                    faults.stream().limit(SHOWN).map(Fault::toString).collect(Collectors.joining("; ")),
                    faults.size() > SHOWN ? String.format("; and %,d more faults", faults.size() - SHOWN) : "",
                    name);
        }
        return new PersonDataset(
                name,
                schema,
                train.stream().map(StoredImage::image).toList(),
                gallery.stream().map(StoredImage::image).toList(),
                DatasetDigest.of(name, schema, train, gallery, places, progress),
                partial);
    }

    Verification verify(Places places, Progress progress) {
        return Verification.of(this, places, progress);
    }
}
