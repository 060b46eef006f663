package io.github.psbench.cli;

import io.github.psbench.data.CsvExport;
import io.github.psbench.data.CsvFolder;
import io.github.psbench.data.PersonDataset;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = {
            "Writes a data set as one of the kind csv-folder: schema.yaml, images.csv and every picture as PNG.",
            "What is read from there has the same attributes, order and pixels, so training gives the same numbers. The folder"
                    + " appears when it is whole."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  psbench data export synthped synthped-csv", "  psbench data export peta peta-csv --data ~/reid"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class DataExportCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "DATASET",
            description = "The data set, as experiment files name it, such as synthped.")
    private String dataset;

    @Parameters(
            index = "1",
            paramLabel = "DIR",
            description = "The folder to make. It must not be there yet, or be empty.")
    private Path folder;

    @Mixin
    private DataRootOption data;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        return StopSignal.during(command.commandLine().getErr(), folder + " was not made.", progress -> {
            PersonDataset people = DatasetNames.read(dataset).load(data.places(), progress);
            CsvFolder written = CsvExport.write(people, folder, progress);
            new CsvFolderHints(written).print(command.commandLine().getOut());
            return 0;
        });
    }
}
