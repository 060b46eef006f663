package io.github.psbench.cli;

import picocli.CommandLine.Option;

/** {@code --format}, to be mixed into every command that prints facts. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text for people, or json. Default: text.")
    private OutputFormat chosen = OutputFormat.TEXT;

    OutputFormat chosen() {
        return chosen;
    }
}
