package io.github.psbench.data;

import io.github.psbench.base.Default;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Name;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import java.util.Optional;

/**
 * PA-100K (Liu et al., ICCV 2017): 100,000 images with 26 attributes each, split by its authors into 80,000 to learn from, 10,000 to validate
 * on, which are not used, and 10,000 to test, which are the gallery.
 *
 * <p>By its labels 2,020 categories are learned from and 849 are searched, 168 of them unseen. Table 1 of ASMR has 500, 814 and 168, which
 * contradict each other: of 814 with 168 unseen, 646 would have to be among 500.
 *
 * @param encoding 26 bits as bits; which one the paper used is not known
 * @param allowPartial whether to go on with the images that are there, where others are missing
 */
@Name("pa100k")
public record Pa100k(
        @Default("bits") Encoding encoding,
        @Default("false") boolean allowPartial) implements DataSource {
    @Override
    public Optional<String> missing(Places places) {
        try {
            Pa100kFolder.find(places.data());
            return Optional.empty();
        } catch (Failure e) {
            return e.getMessage().lines().findFirst();
        }
    }

    @Override
    public PersonDataset load(Places places, Progress progress) {
        Inventory inventory = inventory(places);
        if (inventory.partial() != null && !allowPartial) {
            throw Failure.data(
                    "Only a part of PA-100K is there: %s. Put the other images beside them, or write data: {name: pa100k, allow-partial: "
                            + "true} for this data set in the experiment; its tables then say \"partial\".",
                    inventory.partial());
        }
        return inventory.dataset(places, progress);
    }

    @Override
    public Verification verify(Places places, Progress progress) {
        return inventory(places).verify(places, progress);
    }

    @Override
    public DatasetCounts counts(Places places, Progress progress) {
        return Pa100kPeople.of(new Pa100kAnnotation(Pa100kFolder.annotation(places.data())), encoding)
                .counts();
    }

    private Inventory inventory(Places places) {
        Pa100kFolder folder = Pa100kFolder.find(places.data());
        Pa100kPeople people = Pa100kPeople.of(new Pa100kAnnotation(folder.annotation()), encoding);
        return new Pa100kInventory(folder, people).of(name(), allowPartial);
    }
}
