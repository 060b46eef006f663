package io.github.psbench.cli;

/** How a command prints facts: for people, or one JSON document on standard output with everything else on standard error. */
enum OutputFormat {
    TEXT,
    JSON
}
