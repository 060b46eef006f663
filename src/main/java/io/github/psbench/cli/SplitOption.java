package io.github.psbench.cli;

import io.github.psbench.report.table.Split;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** {@code --split}, to be mixed into the commands that print a table. */
final class SplitOption {
    @Option(
            names = "--split",
            paramLabel = "QUERIES",
            split = ",",
            defaultValue = "all",
            description = {
                "Which queries the table's columns are over, separated by commas: all; seen, whose category some training image has;"
                        + " unseen, the others. With another choice than all the columns are the experiment's metric and mAP."
                        + " The JSON has everything. Default: all."
            })
    private List<Split> chosen = List.of(Split.ALL);

    Set<Split> chosen() {
        return EnumSet.copyOf(chosen);
    }

    /** What a folder's name says of it; empty where nothing was chosen. */
    String name() {
        return chosen().equals(EnumSet.of(Split.ALL))
                ? ""
                : "split-"
                        + chosen().stream()
                                .map(split -> split.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining("-"));
    }
}
