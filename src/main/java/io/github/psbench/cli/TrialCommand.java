package io.github.psbench.cli;

import picocli.CommandLine.Command;

@Command(
        name = "trial",
        description = "Works on a single trial, by its id. `psbench run` does this for all trials of an experiment.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = TrialRunCommand.class)
final class TrialCommand {}
