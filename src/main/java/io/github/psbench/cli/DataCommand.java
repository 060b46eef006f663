package io.github.psbench.cli;

import picocli.CommandLine.Command;

@Command(
        name = "data",
        description = "Lists, describes, checks and shows data sets.",
        subcommands = {
            DataListCommand.class,
            DataDescribeCommand.class,
            DataShowCommand.class,
            DataVerifyCommand.class,
            DataCountsCommand.class
        })
final class DataCommand {}
