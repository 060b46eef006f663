package io.github.psbench.cli;

/** How run tells what happens: a table at the end, for people or as one JSON document, or a JSON object a line as things happen. */
enum RunFormat {
    TEXT,
    JSON,
    JSONL;

    /** That of the table at the end. */
    OutputFormat ofTable() {
        return this == JSON ? OutputFormat.JSON : OutputFormat.TEXT;
    }
}
