package io.github.psbench.data;

import io.github.psbench.base.Name;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;

/** Market-1501 with the attributes of Lin et al. */
@Name("market1501")
public record Market1501() implements DataSource {
    @Override
    public PersonDataset load(Places places, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
