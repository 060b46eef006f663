package io.github.psbench.cli;

import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.DataSource;
import io.github.psbench.data.Origin;
import io.github.psbench.data.archive.Delivery;
import io.github.psbench.data.archive.Placed;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "get",
        description = {
            "Says where a data set is to be had, on which terms, and how it is to lie below the data root; or unpacks its archives there.",
            "psbench downloads no data set: its owners hand it out. What you have downloaded is checked, unpacked aside, and put in place when it"
                    + " is whole. Nothing that exists is overwritten."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  psbench data get market1501",
            "  psbench data get market1501 --archive ~/Downloads/Market-1501-v15.09.15.zip",
            "  psbench data get peta --data ~/reid --archive PETA.zip --archive PETA-annotation.tar.gz"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class DataGetCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DATASET", description = DatasetNames.DESCRIPTION)
    private String dataset;

    @Option(
            names = "--archive",
            paramLabel = "FILE",
            description = "An archive that you have downloaded: zip, tar or tar.gz. May be given several times.")
    private List<Path> archives = new ArrayList<>();

    @Mixin
    private DataRootOption data;

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        DataSource source = DatasetNames.read(dataset);
        return StopSignal.during(
                command.commandLine().getErr(),
                "Nothing is left of the archive that was being unpacked.",
                progress -> get(source, source.origin(), data.places(), progress));
    }

    /** @param origin tells how much there is of the data set */
    int get(DataSource source, Origin origin, Places places, Progress progress) {
        List<Placed> placed = archives.isEmpty() ? List.of() : unpack(delivery(source, origin, places), progress);
        DataGetReport report = new DataGetReport(source.name(), origin, places.data(), placed, missing(source, places));
        PrintWriter out = command.commandLine().getOut();
        switch (format.chosen()) {
            case JSON -> out.println(report.json());
            case TEXT -> out.println(report.text());
        }
        return 0;
    }

    private List<Placed> unpack(Delivery delivery, Progress progress) {
        List<Placed> placed = new ArrayList<>();
        try {
            for (Path archive : archives) {
                placed.add(delivery.unpack(archive, progress));
            }
        } catch (Failure | CancellationException e) {
            command.commandLine().getErr().print(before(placed));
            throw e;
        }
        return placed;
    }

    private Delivery delivery(DataSource source, Origin origin, Places places) {
        if (!(origin instanceof Origin.Elsewhere elsewhere)) {
            throw Failure.usage("%s does not come in archives: leave out --archive.", source.name());
        }
        if (source.missing(places).isEmpty()) {
            throw Failure.usage(
                    "%s is below %s already, so nothing was unpacked. `psbench data verify %s` checks all of it. To replace it, remove it"
                            + " or move it elsewhere first.",
                    source.name(), places.data(), source.name());
        }
        return new Delivery(source.name(), elsewhere.layout(), elsewhere.pictures(), places.data());
    }

    private static Optional<String> missing(DataSource source, Places places) {
        return source.origin() instanceof Origin.Here ? Optional.empty() : source.missing(places);
    }

    private static String before(List<Placed> placed) {
        return placed.isEmpty()
                ? ""
                : "Put in place before: "
                        + placed.stream().map(done -> done.archive().toString()).collect(Collectors.joining(", "))
                        + ".\n";
    }
}
