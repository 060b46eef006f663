package io.github.psbench.cli;

import io.github.psbench.data.CsvFolder;
import io.github.psbench.data.DataSource;
import io.github.psbench.settings.SettingsReader;
import java.util.List;

/** Data sets as commands name them. */
final class DatasetNames {
    /** Of the parameter that names one. */
    static final String DESCRIPTION =
            "The data set, as experiment files name it: synthped, market1501, peta, pa100k, csv-folder. With settings, in quotes:"
                    + " '{name: synthped, size: medium}'.";

    private DatasetNames() {}

    /**
     * @param text as in an experiment file: {@code synthped} or {@code {name: synthped, size: medium}}
     * @throws io.github.psbench.base.Failure of kind USAGE, naming what there is, if there is no such data set or setting
     */
    static DataSource read(String text) {
        return SettingsReader.variant("data set", DataSource.class, text);
    }

    /** Without csv-folder, which is no data set, but any folder that an experiment names. */
    static List<DataSource> all() {
        return SettingsReader.names(DataSource.class).stream()
                .map(DatasetNames::read)
                .filter(source -> !(source instanceof CsvFolder))
                .toList();
    }
}
