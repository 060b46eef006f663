package io.github.psbench.cli;

import io.github.psbench.data.CsvExample;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "init",
        description = {
            "Writes a small data set of the kind csv-folder, to be changed into one's own: schema.yaml with comments, images.csv"
                    + " and a dozen drawn pictures.",
            "Prints how to look at it and how to name it in an experiment."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  psbench data init my-people", "  psbench data describe csv-folder --data my-people"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class DataInitCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder to make. It must not be there yet, or be empty.")
    private Path folder;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        return StopSignal.during(command.commandLine().getErr(), folder + " was not made.", progress -> {
            new CsvFolderHints(CsvExample.write(folder, progress))
                    .print(command.commandLine().getOut());
            return 0;
        });
    }
}
