package io.github.psbench.cli;

import picocli.CommandLine.Command;

@Command(
        name = "data",
        description = "Describes and shows data sets.",
        subcommands = {DataDescribeCommand.class, DataShowCommand.class})
final class DataCommand {}
