package io.github.psbench.cli;

import io.github.psbench.export.TrialExport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "csv",
        description = {
            "Writes the finished trials as comma-separated values: a line each with scores in percent, counts, and seconds.",
            "With --metrics a line for each number of each training step; `number` counts the steps of a trial from 1, `step` those of an"
                    + " epoch."
        },
        footer = {
            "",
            "Examples:",
            "  psbench export csv trials.csv",
            "  psbench export csv --from table4 --datasets synthped",
            "  psbench export csv curves.csv --metrics --rows Ours"
        })
final class ExportCsvCommand implements Callable<Integer> {
    @Mixin
    private ExportFile file = new ExportFile();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        return file.write(command.commandLine(), TrialExport::csv);
    }
}
