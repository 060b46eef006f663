package io.github.psbench.data;

import io.github.psbench.base.Default;
import io.github.psbench.base.Name;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import java.util.List;
import java.util.OptionalInt;

/**
 * Market-1501 with the attributes of Lin et al., which describe people, not pictures: all pictures of an identity have one category.
 *
 * <p>Train is the folder {@code bounding_box_train}. The gallery is {@code bounding_box_test}, then {@code query}, without the identities
 * 0000 (boxes that show no person) and -1 (people who are not annotated). Each folder is in order of file names. These are the numbers of
 * Table 1: 508 train categories in 12,936 images, 484 query categories, of them 315 unseen, in a gallery of 16,483.
 *
 * @param encoding 39 bits as patterns, which the released code uses, 30 as bits, which it has as a comment
 * @param labels what training tells apart
 */
@Name("market1501")
public record Market1501(
        @Default("patterns") Encoding encoding,
        @Default("category") Labels labels) implements DataSource {
    /** What a class of the alignment loss is. */
    public enum Labels {
        /** All people of equal attributes: 508 classes, as in the paper. */
        CATEGORY,
        /** A person: 751 classes, of which those of equal attributes have equal prototypes. */
        IDENTITY
    }

    @Override
    public Whereabouts whereabouts(Places places) {
        return Whereabouts.of(() -> MarketFolder.annotation(places.data()), () -> MarketFolder.images(places.data()));
    }

    @Override
    public PersonDataset load(Places places, Progress progress) {
        return inventory(places).dataset(places, progress);
    }

    @Override
    public Origin origin() {
        return Origin.MARKET1501;
    }

    @Override
    public Verification verify(Places places, Progress progress) {
        return inventory(places).verify(places, progress);
    }

    @Override
    public DatasetCounts counts(Places places) {
        if (missing(places).isEmpty()) {
            Inventory inventory = inventory(places);
            return DatasetCounts.ofImages(
                    categories(inventory.train()), categories(inventory.gallery()), DatasetCounts.FOUND);
        }
        MarketAnnotation annotation = new MarketAnnotation(MarketFolder.annotation(places.data()));
        return DatasetCounts.of(
                List.copyOf(annotation.people("train").values()),
                List.copyOf(annotation.people("test").values()),
                OptionalInt.empty(),
                OptionalInt.empty(),
                DatasetCounts.NOT_FOUND);
    }

    @Override
    public AttributeSchema schema(Places places) {
        return MarketSchema.of(encoding);
    }

    private static List<PersonCategory> categories(List<StoredImage> images) {
        return images.stream().map(StoredImage::category).toList();
    }

    private Inventory inventory(Places places) {
        MarketFolder folder = MarketFolder.find(places.data());
        return new MarketInventory(folder, new MarketAnnotation(folder.annotation()))
                .of(name(), MarketSchema.of(encoding), labels);
    }
}
