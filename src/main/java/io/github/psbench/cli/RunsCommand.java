package io.github.psbench.cli;

import picocli.CommandLine.Command;

@Command(
        name = "runs",
        description =
                "Lists, queries, shows, compares and removes the trials of a store, whichever experiments they belong to.",
        subcommands = {
            RunsListCommand.class,
            RunsQueryCommand.class,
            RunsShowCommand.class,
            RunsLogsCommand.class,
            RunsCompareCommand.class,
            RunsReproduceCommand.class,
            RunsRemoveCommand.class,
            RunsClearCommand.class
        })
final class RunsCommand {}
