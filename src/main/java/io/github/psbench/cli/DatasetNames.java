package io.github.psbench.cli;

import io.github.psbench.data.CsvFolder;
import io.github.psbench.data.DataSource;
import io.github.psbench.settings.SettingsReader;
import java.util.List;

/** Data sets as commands name them, with their default settings. */
final class DatasetNames {
    private DatasetNames() {}

    /** @throws io.github.psbench.base.Failure of kind USAGE, naming what there is, if there is no such data set */
    static DataSource byName(String name) {
        return SettingsReader.named("data set", DataSource.class, name);
    }

    /** Without csv-folder, which is no data set, but any folder that an experiment names. */
    static List<DataSource> all() {
        return SettingsReader.names(DataSource.class).stream()
                .map(DatasetNames::byName)
                .filter(source -> !(source instanceof CsvFolder))
                .toList();
    }
}
