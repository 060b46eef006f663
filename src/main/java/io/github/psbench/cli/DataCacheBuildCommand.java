package io.github.psbench.cli;

import io.github.psbench.base.Failure;
import io.github.psbench.base.InvalidSetting;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.Input;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PixelCache;
import io.github.psbench.data.cache.CacheContents;
import io.github.psbench.data.picture.Filter;
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
        name = "build",
        description = {
            "Decodes and resizes all pictures of a data set now, as the first run with that size would, and prints the file and its size.",
            "What is there already is checked and kept."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  psbench data cache build synthped --height 64 --width 32",
            "  psbench data cache build market1501 --data ~/reid --height 256 --width 128 --resize bilinear"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class DataCacheBuildCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DATASET", description = DatasetNames.DESCRIPTION)
    private String dataset;

    @Mixin
    private DataRootOption data;

    @Option(names = "--height", required = true, paramLabel = "H", description = "Of the resized pictures, in pixels.")
    private int height;

    @Option(names = "--width", required = true, paramLabel = "W", description = "Of the resized pictures, in pixels.")
    private int width;

    @Option(
            names = "--resize",
            paramLabel = "FILTER",
            defaultValue = "bicubic",
            description = "bicubic or bilinear. Default: ${DEFAULT-VALUE}.")
    private Filter resize;

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        return StopSignal.during(
                command.commandLine().getErr(),
                "Nothing half written is kept.",
                progress -> build(data.places(), progress));
    }

    int build(Places places, Progress progress) {
        Path file = fill(input(), places, progress);
        CachedFiles files = new CachedFiles(CacheContents.ofPixels(places.cache(), file));
        PrintWriter out = command.commandLine().getOut();
        switch (format.chosen()) {
            case JSON -> out.println(files.json());
            case TEXT -> out.println(files.text());
        }
        return 0;
    }

    private Path fill(Input input, Places places, Progress progress) {
        PersonDataset people = DatasetNames.read(dataset).load(places, progress);
        try (PixelCache pixels = PixelCache.open(people, input, places, progress)) {
            return pixels.file();
        }
    }

    private Input input() {
        try {
            return new Input(height, width, resize);
        } catch (InvalidSetting e) {
            throw Failure.usage("--%s.", String.valueOf(e.getMessage()));
        }
    }
}
