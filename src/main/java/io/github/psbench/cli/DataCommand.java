package io.github.psbench.cli;

import picocli.CommandLine.Command;

@Command(
        name = "data",
        description = "Gets, describes and shows data sets.",
        subcommands = {DataGetCommand.class, DataDescribeCommand.class, DataShowCommand.class})
final class DataCommand {}
