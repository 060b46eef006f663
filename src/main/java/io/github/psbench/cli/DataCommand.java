package io.github.psbench.cli;

import picocli.CommandLine.Command;

@Command(
        name = "data",
        description = "Lists, describes, checks, shows and makes data sets.",
        subcommands = {
            DataListCommand.class,
            DataDescribeCommand.class,
            DataShowCommand.class,
            DataVerifyCommand.class,
            DataCountsCommand.class,
            DataInitCommand.class,
            DataExportCommand.class
        })
final class DataCommand {}
