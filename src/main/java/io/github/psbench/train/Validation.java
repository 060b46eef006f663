package io.github.psbench.train;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Default;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Sha256;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PersonImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.rng.sampling.ListSampler;

/**
 * A part of the training categories that is held out of both stages of training and searched instead of the test set, of which nothing is
 * seen. It is for choosing settings, and for curves over epochs.
 *
 * @param share of the training categories, in (0, 1); rounded to the nearest number of categories, at least 2
 * @param seed which categories; the same for every seed of a trial
 */
public record Validation(
        @Default("0.2") double share, @Default("0") long seed) {
    public Validation {
        require(share > 0 && share < 1, "share", "must be in (0, 1)", share);
        require(seed >= 0, "seed", "must be >= 0", seed);
    }

    /**
     * The training images of a data set as a data set of their own: those of the categories held out are its gallery.
     *
     * @throws Failure of kind DATA if there are fewer than four training categories
     */
    public PersonDataset of(PersonDataset dataset) {
        List<PersonCategory> categories = new ArrayList<>(dataset.trainCategories());
        int count = Math.max(2, Math.toIntExact(Math.round(share * categories.size())));
        if (categories.size() - count < 2) {
            throw Failure.data(
                    "%s has %d training categories, too few to hold out %d for validation and learn from 2 or more. Choose a"
                            + " smaller validation.share, or none.",
                    dataset.name(), categories.size(), count);
        }
        ListSampler.shuffle(new RandomStreams(seed).named("validation"), categories);
        Set<PersonCategory> heldOut = new HashSet<>(categories.subList(0, count));
        Predicate<PersonImage> isHeldOut = image -> heldOut.contains(image.category());
        return new PersonDataset(
                dataset.name(),
                dataset.schema(),
                dataset.train().stream().filter(isHeldOut.negate()).toList(),
                dataset.train().stream().filter(isHeldOut).toList(),
                new PersonDataset.Digests(
                        digest(dataset.digests().all()),
                        digest(dataset.digests().pictures())),
                dataset.partial());
    }

    private String digest(String whole) {
        return new Sha256().add(whole).add(toString()).hex();
    }
}
