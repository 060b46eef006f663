package io.github.psbench.data;

import io.github.psbench.base.Failure;
import io.github.psbench.base.Name;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Market-1501 with the attributes of Lin et al., which describe people, not pictures: all pictures of an identity have one category.
 *
 * <p>Train is the folder {@code bounding_box_train}. The gallery is {@code bounding_box_test}, then {@code query}, without the identities
 * 0000 (boxes that show no person) and -1 (people who are not annotated). Each folder is in order of file names. These are the numbers of
 * Table 1: 508 train categories in 12,936 images, 484 query categories, of them 315 unseen, in a gallery of 16,483.
 */
@Name("market1501")
public record Market1501() implements DataSource {
    @Override
    public Optional<String> missing(Places places) {
        try {
            MarketFolder.find(places.data());
            return Optional.empty();
        } catch (Failure e) {
            return e.getMessage().lines().findFirst();
        }
    }

    @Override
    public PersonDataset load(Places places, Progress progress) {
        MarketFolder folder = MarketFolder.find(places.data());
        MarketAnnotation annotation = MarketAnnotation.read(folder.annotation());
        List<StoredImage> train = folder.images(MarketFolder.TRAIN, annotation.people("train"));
        Map<String, PersonCategory> searched = annotation.people("test");
        List<StoredImage> gallery = new ArrayList<>(folder.images(MarketFolder.TEST, searched));
        gallery.addAll(folder.images(MarketFolder.QUERY, searched));
        return new PersonDataset(
                name(),
                MarketSchema.SCHEMA,
                train.stream().map(StoredImage::image).toList(),
                gallery.stream().map(StoredImage::image).toList(),
                new DatasetDigest(MarketSchema.SCHEMA, train, gallery).hex(name(), places, progress));
    }
}
