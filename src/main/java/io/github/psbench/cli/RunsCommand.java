package io.github.psbench.cli;

import picocli.CommandLine.Command;

@Command(
        name = "runs",
        description = "Works on the trials of a store.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = RunsReproduceCommand.class)
final class RunsCommand {}
