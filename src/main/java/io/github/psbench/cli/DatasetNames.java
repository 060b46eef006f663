package io.github.psbench.cli;

import io.github.psbench.base.Failure;
import io.github.psbench.data.DataSource;
import io.github.psbench.data.Market1501;
import io.github.psbench.data.SynthPed;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Data sets as commands name them, with their default settings. */
final class DatasetNames {
    private static final List<DataSource> ALL = List.of(new SynthPed(1), new Market1501());

    private DatasetNames() {}

    /** @throws Failure of kind USAGE, naming what there is, if there is no such data set */
    static DataSource byName(String name) {
        return ALL.stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.usage(
                        "There is no data set \"%s\".%s Data sets: %s.",
                        name,
                        suggestion(name),
                        ALL.stream().map(DataSource::name).collect(Collectors.joining(", "))));
    }

    /** The data set whose name begins the same way, whatever the case, if there is one. */
    private static String suggestion(String name) {
        String start = name.substring(0, Math.min(3, name.length())).toLowerCase(Locale.ROOT);
        return ALL.stream()
                .map(DataSource::name)
                .filter(known -> start.length() == 3 && known.startsWith(start))
                .findFirst()
                .map(known -> " Did you mean \"" + known + "\"?")
                .orElse("");
    }
}
