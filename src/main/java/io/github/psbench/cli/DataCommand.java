package io.github.psbench.cli;

import picocli.CommandLine.Command;

@Command(
        name = "data",
        description = "Gets, lists, describes, checks, shows and makes data sets, and keeps the cache.",
        subcommands = {
            DataGetCommand.class,
            DataListCommand.class,
            DataDescribeCommand.class,
            DataShowCommand.class,
            DataVerifyCommand.class,
            DataCountsCommand.class,
            DataInitCommand.class,
            DataExportCommand.class,
            DataCacheCommand.class
        })
final class DataCommand {}
