package io.github.psbench.cli;

import io.github.psbench.base.Places;
import io.github.psbench.data.cache.CacheContents;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        description = "Lists what is in the cache, how large it is and what it is.",
        footerHeading = "%nExamples:%n",
        footer = {"  psbench data cache list", "  psbench data cache list --format json"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class DataCacheListCommand implements Callable<Integer> {
    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        CachedFiles files = new CachedFiles(
                CacheContents.of(Places.of(null, System.getenv()).cache()));
        PrintWriter out = command.commandLine().getOut();
        switch (format.chosen()) {
            case JSON -> out.println(files.json());
            case TEXT -> out.println(files.text());
        }
        return 0;
    }
}
