package io.github.psbench.data;

import io.github.psbench.base.Default;
import io.github.psbench.base.Name;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import java.util.List;

/**
 * PETA (Deng et al., ACM MM 2014): 19,000 images of ten older data sets with 105 attributes each. A category is one combination of all of them;
 * 2,090 have two images or more, of which 1,890 are learned from and 200 are searched, all of them unseen.
 *
 * @param encoding 105 bits as bits; which one the paper used is not known
 * @param split which categories are searched
 */
@Name("peta")
public record Peta(
        @Default("asmr") Split split, @Default("bits") Encoding encoding) implements DataSource {
    /** Draws of the searched categories. */
    public enum Split {
        /** 12,140 training and 1,181 gallery images, as in Table 1 of ASMR; that it was drawn with seed 2 is inferred from these numbers. */
        ASMR(2),
        /** 11,886 and 1,435, by seed 1, which the released code of SAL has. */
        SAL(1);

        private final long seed;

        Split(long seed) {
            this.seed = seed;
        }
    }

    @Override
    public Whereabouts whereabouts(Places places) {
        return Whereabouts.of(() -> PetaFolder.annotation(places.data()), () -> PetaFolder.images(places.data()));
    }

    @Override
    public PersonDataset load(Places places, Progress progress) {
        return inventory(places).dataset(places, progress);
    }

    @Override
    public Origin origin() {
        return Origin.PETA;
    }

    @Override
    public Verification verify(Places places, Progress progress) {
        return inventory(places).verify(places, progress);
    }

    @Override
    public DatasetCounts counts(Places places) {
        PetaSplit parts = parts(places);
        return DatasetCounts.ofImages(
                categories(parts, parts.train()),
                categories(parts, parts.gallery()),
                whereabouts(places).images() == null ? DatasetCounts.NOT_FOUND : DatasetCounts.FOUND);
    }

    @Override
    public AttributeSchema schema(Places places) {
        return parts(places).schema();
    }

    private PetaSplit parts(Places places) {
        return PetaSplit.of(new PetaAnnotation(PetaFolder.annotation(places.data())), encoding, split.seed);
    }

    private static List<PersonCategory> categories(PetaSplit parts, List<Integer> images) {
        return images.stream().map(parts::category).toList();
    }

    private Inventory inventory(Places places) {
        PetaFolder folder = PetaFolder.find(places.data());
        PetaAnnotation annotation = new PetaAnnotation(folder.annotation());
        return new PetaInventory(folder, annotation).of(name(), PetaSplit.of(annotation, encoding, split.seed));
    }
}
