package io.github.psbench.cli;

import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import io.github.psbench.data.ContactSheet;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.PersonImage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
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
            "Writes a contact sheet of a data set, a row a person category, and prints in words what each row shows."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  psbench data show synthped",
            "  psbench data show synthped --split train --categories 12 --columns 16 --seed 7",
            "  psbench data show market1501 --data ~/reid --out market.png"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class DataShowCommand implements Callable<Integer> {
    /** Which of a data set's images. */
    enum Split {
        TRAIN,
        GALLERY
    }

    @Parameters(
            paramLabel = "DATASET",
            description = {
                "The data set, as experiment files name it: synthped, market1501.",
                "With settings, in quotes: '{name: synthped, size: medium}'."
            })
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
            names = "--categories",
            paramLabel = "N",
            defaultValue = "8",
            description = "How many categories at most, a row each. Default: ${DEFAULT-VALUE}.")
    private int categories;

    @Option(
            names = "--columns",
            paramLabel = "N",
            defaultValue = "12",
            description = "How many images of a category at most. Default: ${DEFAULT-VALUE}.")
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
        atLeastOne("--categories", categories);
        atLeastOne("--columns", columns);
        Progress progress =
                TerminalProgress.onStandardError(command.commandLine().getErr());
        show(DatasetNames.read(dataset).load(data.places(), progress));
        return 0;
    }

    /** Writes the sheet, and on standard output where it is and what its rows are. */
    void show(PersonDataset people) {
        List<PersonImage> images =
                switch (split) {
                    case TRAIN -> people.train();
                    case GALLERY -> people.gallery();
                };
        ContactSheet sheet = ContactSheet.of(images, categories, columns, seed);
        Path file =
                out != null ? out : Path.of(people.name() + "-" + split.name().toLowerCase(Locale.ROOT) + ".png");
        sheet.write(file);
        print(people, sheet, file);
    }

    private static void atLeastOne(String option, int value) {
        if (value < 1) {
            throw Failure.usage("%s must be >= 1, got %d.", option, value);
        }
    }

    private void print(PersonDataset people, ContactSheet sheet, Path file) {
        Set<PersonCategory> unseen = new HashSet<>(people.unseenCategories());
        PrintWriter writer = command.commandLine().getOut();
        writer.println(file);
        int number = 0;
        for (ContactSheet.Row row : sheet.rows()) {
            number++;
            writer.printf(
                    "row %d: %s%s%n",
                    number,
                    people.schema().describe(row.category()),
                    unseen.contains(row.category()) ? " (unseen in training)" : "");
        }
        writer.flush();
    }
}
