package io.github.psbench.cli;

import io.github.psbench.base.Failure;
import io.github.psbench.data.AttributeGroup;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.ContactSheet;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PersonImage;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
        name = "show",
        description = {
            "Writes a contact sheet of a data set, a row a person category or a value of an attribute group, and prints in words what each"
                    + " row shows."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  psbench data show synthped",
            "  psbench data show synthped --split train --rows 12 --columns 16 --seed 7",
            "  psbench data show synthped --group 'upper colour'",
            "  psbench data show market1501 --data ~/reid --out market.png"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class DataShowCommand implements Callable<Integer> {
    /** Which of a data set's images. */
    enum Split {
        TRAIN,
        GALLERY
    }

    @Parameters(paramLabel = "DATASET", description = DatasetNames.DESCRIPTION)
    private String dataset;

    @Mixin
    private DataRootOption data;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            defaultValue = "gallery",
            description = "train or gallery. Default: ${DEFAULT-VALUE}.")
    private Split split;

    @Option(
            names = "--group",
            paramLabel = "NAME",
            description = "A row for each value of this attribute group, instead of a row for each of some categories.")
    private @Nullable String group;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "8",
            description = "How many categories at most. Default: ${DEFAULT-VALUE}.")
    private int rows;

    @Option(
            names = "--columns",
            paramLabel = "N",
            defaultValue = "12",
            description = "How many images a row at most. Default: ${DEFAULT-VALUE}.")
    private int columns;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "Another seed chooses other categories and images. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "FILE.png",
            description = "Where the sheet is written. Default: DATASET-SPLIT.png in the current folder.")
    private @Nullable Path out;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        atLeastOne("--rows", rows);
        atLeastOne("--columns", columns);
        if (out != null && Files.isDirectory(out)) {
            throw Failure.usage("--out must name a file, got the folder '%s'.", out);
        }
        return StopSignal.during(command.commandLine().getErr(), "No sheet was written.", progress -> {
            show(DatasetNames.read(dataset).load(data.places(), progress));
            return 0;
        });
    }

    /** Writes the sheet, and on standard output where it is and what its rows are. */
    void show(PersonDataset people) {
        List<PersonImage> images =
                switch (split) {
                    case TRAIN -> people.train();
                    case GALLERY -> people.gallery();
                };
        ContactSheet sheet = sheet(people.schema(), images);
        Path file =
                out != null ? out : Path.of(people.name() + "-" + split.name().toLowerCase(Locale.ROOT) + ".png");
        sheet.write(file);
        print(people, sheet, file);
    }

    private ContactSheet sheet(AttributeSchema schema, List<PersonImage> images) {
        if (group == null) {
            return ContactSheet.ofCategories(schema, images, rows, columns, seed);
        }
        List<String> groups = schema.groups().stream().map(AttributeGroup::name).toList();
        if (!groups.contains(group)) {
            throw Failure.usage("--group must be one of %s, got '%s'.", String.join(", ", groups), group);
        }
        return ContactSheet.ofValues(schema, group, images, columns, seed);
    }

    private static void atLeastOne(String option, int value) {
        if (value < 1) {
            throw Failure.usage("%s must be >= 1, got %d.", option, value);
        }
    }

    private void print(PersonDataset people, ContactSheet sheet, Path file) {
        Set<String> unseen = people.unseenCategories().stream()
                .map(people.schema()::describe)
                .collect(Collectors.toSet());
        PrintWriter writer = command.commandLine().getOut();
        writer.println(file);
        int number = 0;
        for (ContactSheet.Row row : sheet.rows()) {
            number++;
            writer.printf(
                    "row %d: %s%s%n",
                    number, row.shows(), group == null && unseen.contains(row.shows()) ? " (unseen in training)" : "");
        }
        writer.flush();
    }
}
