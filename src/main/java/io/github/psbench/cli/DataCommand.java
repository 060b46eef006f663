package io.github.psbench.cli;

import picocli.CommandLine.Command;

@Command(
        name = "data",
        description = "Gets, describes and shows data sets, and keeps the cache.",
        subcommands = {DataGetCommand.class, DataDescribeCommand.class, DataShowCommand.class, DataCacheCommand.class})
final class DataCommand {}
