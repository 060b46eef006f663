package io.github.psbench.cli;

import picocli.CommandLine.Command;

@Command(
        name = "export",
        description = "Hands finished trials to other programs: as CSV, as JSON lines, or to an MLflow server.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ExportCsvCommand.class, ExportJsonLinesCommand.class, ExportMlflowCommand.class})
final class ExportCommand {}
