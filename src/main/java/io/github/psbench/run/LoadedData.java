package io.github.psbench.run;

import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.DataSource;
import io.github.psbench.data.PersonDataset;
import java.util.HashMap;
import java.util.Map;

/** The data sets of an experiment, each loaded once, when first asked for. */
final class LoadedData {
    private final Places places;
    private final Progress progress;
    private final Map<DataSource, PersonDataset> loaded = new HashMap<>();
    private final Map<DataSource, Failure> missing = new HashMap<>();

    LoadedData(Places places, Progress progress) {
        this.places = places;
        this.progress = progress;
    }

    /** @throws Failure of kind DATA, the same at each call, if the data set cannot be loaded */
    PersonDataset of(DataSource source) {
        Failure failure = missing.get(source);
        if (failure != null) {
            throw failure;
        }
        PersonDataset dataset = loaded.get(source);
        if (dataset == null) {
            try {
                dataset = source.load(places, progress);
                dataset.requireBothSplits();
            } catch (Failure e) {
                missing.put(source, e);
                throw e;
            }
            loaded.put(source, dataset);
        }
        return dataset;
    }
}
