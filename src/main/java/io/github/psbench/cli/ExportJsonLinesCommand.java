package io.github.psbench.cli;

import io.github.psbench.export.TrialExport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "jsonl",
        description = {
            "Writes the finished trials as JSON, an object a line: scores, seconds, commit, and all settings by their dotted keys.",
            "With --metrics a line for each training step and validation."
        },
        footer = {
            "",
            "Examples:",
            "  psbench export jsonl trials.jsonl",
            "  psbench export jsonl | jq '[.row, .settings[\"loss.asmr.lambda\"], .scores.rank1]'"
        })
final class ExportJsonLinesCommand implements Callable<Integer> {
    @Mixin
    private ExportFile file = new ExportFile();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        return file.write(command.commandLine(), TrialExport::jsonLines);
    }
}
