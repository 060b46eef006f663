package io.github.psbench.cli;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import io.github.psbench.data.DataSource;
import io.github.psbench.report.counts.CountsReport;
import io.github.psbench.report.counts.CountsTable;
import io.github.psbench.spec.PublishedCounts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "counts",
        description = {
            "Counts images and categories of every data set that is found, beside what a paper publishes (Table 1 of ASMR), with a verdict for"
                    + " each count. Annotations are enough; images are only looked for.",
            "Writes the table as Markdown, LaTeX, HTML, CSV and JSON, if any of the paper's data sets was read, and prints it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  psbench data counts experiments/papers/asmr-iccv2021.yaml",
            "  psbench data counts experiments/papers/asmr-iccv2021.yaml --data ~/annotations --format json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class DataCountsCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PAPER",
            description = "What the paper published, such as experiments/papers/asmr-iccv2021.yaml.")
    private Path paper;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "table1",
            description = "The files' name. Default: ${DEFAULT-VALUE}.")
    private String name;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "The files go to tables/ in it. Default: ${DEFAULT-VALUE}.")
    private Path results;

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private DataRootOption data = new DataRootOption();

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        if (!name.matches("[A-Za-z0-9_-]+")) {
            throw Failure.usage("--name must be of letters, digits, - and _, got '%s'.", name);
        }
        PublishedCounts published = PublishedCounts.read(paper);
        Set<String> names = new LinkedHashSet<>(published.datasets().keySet());
        List<String> known = DatasetNames.all().stream().map(DataSource::name).toList();
        names.addAll(known);
        List<CountsTable.Row> rows = new ArrayList<>();
        for (String dataset : names) {
            rows.add(row(dataset, published.datasets().get(dataset), known.contains(dataset)));
        }
        CountsTable table = new CountsTable(published.title(), rows);
        boolean counted = rows.stream().anyMatch(row -> row.published() != null && row.measured() != null);
        List<Path> files = counted ? CountsReport.write(table, name, results.resolve("tables")) : List.of();
        PrintWriter out = command.commandLine().getOut();
        switch (format.chosen()) {
            case TEXT -> {
                out.print(CountsReport.text(table, command.commandLine().getUsageHelpWidth()));
                out.println();
                out.println(
                        counted
                                ? "Written: "
                                        + files.stream().map(Path::toString).collect(Collectors.joining(", "))
                                : "None of the paper's data sets was read, so no file was written. psbench data list says where they are"
                                        + " looked for.");
            }
            case JSON -> out.print(CountsReport.json(table));
        }
        out.flush();
        return 0;
    }

    private CountsTable.Row row(String dataset, PublishedCounts.@Nullable Counts published, boolean known) {
        if (!known) {
            return new CountsTable.Row(dataset, published, null, "psbench has no data set of this name.");
        }
        Places places = data.places();
        try {
            return new CountsTable.Row(
                    dataset, published, DatasetNames.read(dataset).counts(places), null);
        } catch (Failure e) {
            if (e.kind() != ErrorKind.DATA) {
                throw e;
            }
            return new CountsTable.Row(
                    dataset, published, null, e.getMessage().lines().findFirst().orElse(""));
        }
    }
}
