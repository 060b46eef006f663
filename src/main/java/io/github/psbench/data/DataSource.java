package io.github.psbench.data;

import io.github.psbench.base.Name;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import java.util.Optional;

/** A data set that an experiment file can name. A new one is one record here: its name, its settings, and how it is read. */
public sealed interface DataSource permits SynthPed, Market1501, Peta, Pa100k, CsvFolder {
    /**
     * Reads annotations and the bytes of every image (for the digest), and checks that they fit together; pictures are decoded later.
     *
     * @throws io.github.psbench.base.Failure of kind DATA, naming the file and the remedy, if something is missing or damaged
     */
    PersonDataset load(Places places, Progress progress);

    /**
     * Looks at everything, decodes every picture, and tells all faults instead of stopping at the first.
     *
     * @throws io.github.psbench.base.Failure of kind DATA, if there is nothing to look at: the folder or the annotation is missing or damaged
     */
    Verification verify(Places places, Progress progress);

    /**
     * Counts what the annotation describes, whether or not the images are there.
     *
     * @throws io.github.psbench.base.Failure of kind DATA if the annotation is missing or damaged
     */
    DatasetCounts counts(Places places);

    /**
     * The attributes in which it describes people, as its annotation alone tells them, whether or not the images are there.
     *
     * @throws io.github.psbench.base.Failure of kind DATA if an annotation is needed for that, and is missing or damaged
     */
    AttributeSchema schema(Places places);

    /** Where its files are. Looks at folders only. */
    Whereabouts whereabouts(Places places);

    /** Why this data set cannot be loaded here, told in full by {@link #load}; empty if its files seem to lie where they should. */
    default Optional<String> missing(Places places) {
        return Optional.ofNullable(whereabouts(places).missing());
    }

    /** Where it is to be had. */
    Origin origin();

    /**
     * Whether its pictures may show real people. What is made of those is kept apart: it may not be handed on without looking at the data
     * set's terms.
     */
    default boolean showsRealPeople() {
        return true;
    }

    /** The name in experiment files. */
    default String name() {
        return getClass().getAnnotation(Name.class).value();
    }
}
