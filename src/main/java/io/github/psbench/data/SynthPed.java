package io.github.psbench.data;

import io.github.psbench.base.Default;
import io.github.psbench.base.Name;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;

/** The embedded data set: people drawn from their attributes. */
@Name("synthped")
public record SynthPed(@Default("1") long seed) implements DataSource {
    @Override
    public PersonDataset load(Places places, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
