package io.github.psbench.data;

import io.github.psbench.base.Default;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Name;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;

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
    public Whereabouts whereabouts(Places places) {
        return Whereabouts.of(() -> Pa100kFolder.annotation(places.data()), () -> Pa100kFolder.images(places.data()));
    }

    @Override
    public PersonDataset load(Places places, Progress progress) {
        Inventory inventory = inventory(places, people(places));
        if (inventory.partial() != null && !allowPartial) {
            throw Failure.data(
                    "Only a part of PA-100K is there: %s. Put the other images beside them, or write data: {name: pa100k, allow-partial: "
                            + "true} for this data set in the experiment; its tables then say \"partial\".",
                    inventory.partial());
        }
        return inventory.dataset(places, progress);
    }

    @Override
    public Origin origin() {
        return Origin.PA100K;
    }

    @Override
    public Verification verify(Places places, Progress progress) {
        return inventory(places, people(places)).verify(places, progress);
    }

    @Override
    public DatasetCounts counts(Places places) {
        Pa100kPeople people = people(places);
        Whereabouts whereabouts = whereabouts(places);
        String images = whereabouts.images() == null ? DatasetCounts.NOT_FOUND : DatasetCounts.FOUND;
        if (whereabouts.missing() == null) {
            String partial = inventory(places, people).partial();
            images = partial == null ? images : "found in part: " + partial;
        }
        return DatasetCounts.ofImages(
                people.train().stream().map(Pa100kPeople.Person::category).toList(),
                people.gallery().stream().map(Pa100kPeople.Person::category).toList(),
                images);
    }

    @Override
    public AttributeSchema schema(Places places) {
        return people(places).schema();
    }

    private Pa100kPeople people(Places places) {
        return Pa100kPeople.of(new Pa100kAnnotation(Pa100kFolder.annotation(places.data())), encoding);
    }

    private Inventory inventory(Places places, Pa100kPeople people) {
        return new Pa100kInventory(Pa100kFolder.find(places.data()), people).of(name(), allowPartial);
    }
}
