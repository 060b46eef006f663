package io.github.psbench.cli;

import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import io.github.psbench.data.DataSource;
import io.github.psbench.data.cache.CacheClearing;
import io.github.psbench.data.cache.CacheContents;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "clear",
        description = {
            "Removes decoded and drawn pictures of a data set, or with --all those of every data set and remembered digests; in either case"
                    + " also what killed processes have left half written. Says what went and how much is free now.",
            "All of it is made again when it is needed. What is being written at this moment stays; symbolic links, downloaded weights and"
                    + " files that are not psbench's stay too."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  psbench data cache clear market1501",
            "  psbench data cache clear --all --dry-run",
            "  psbench data cache clear --all --engine"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class DataCacheClearCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DATASET", arity = "0..1", description = "The data set, as experiment files name it.")
    private String dataset = "";

    @Option(names = "--all", description = "The pictures of every data set, and remembered digests.")
    private boolean all;

    @Option(names = "--engine", description = "The libraries that the engine has unpacked, 430 MB.")
    private boolean engine;

    @Option(names = "--dry-run", description = "Only say what would be removed.")
    private boolean dryRun;

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        return clear(Places.of(null, System.getenv()).cache());
    }

    int clear(Path cache) {
        if (all != dataset.isEmpty() && !(engine && dataset.isEmpty())) {
            throw Failure.usage(
                    "Name the data set whose pictures are to be removed, or give --all, not both; --engine goes with either or alone.");
        }
        CacheContents contents = CacheContents.of(cache);
        boolean known =
                contents.files().stream().anyMatch(file -> file.dataset().equals(dataset));
        if (!dataset.isEmpty() && !known) {
            DataSource source = DatasetNames.read(dataset); // fails, with a suggestion, if it is a slip
            if (!source.name().equals(dataset)) {
                throw Failure.usage(
                        "Name the data set alone, %s: its pictures go whatever its settings.", source.name());
            }
        }
        CacheClearing.Cleared cleared = new CacheClearing(dataset, all, engine).clear(contents, dryRun);
        CachedFiles files = new CachedFiles(contents);
        PrintWriter out = command.commandLine().getOut();
        switch (format.chosen()) {
            case JSON -> out.println(files.json(cleared, dryRun));
            case TEXT -> out.println(files.text(cleared, dryRun));
        }
        return 0;
    }
}
