package io.github.psbench.cli;

import picocli.CommandLine.Command;

@Command(
        name = "cache",
        description =
                "Lists, fills and clears the cache: decoded and drawn pictures, and what else psbench can make again.",
        footer = {"", "The cache is in $$PSBENCH_CACHE, else ~/.psbench/cache."},
        subcommands = {DataCacheListCommand.class, DataCacheBuildCommand.class, DataCacheClearCommand.class})
final class DataCacheCommand {}
