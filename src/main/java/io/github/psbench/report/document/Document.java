package io.github.psbench.report.document;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a report says, in the order in which it says it, before it takes any format. Text is plain and may hold any character: each format
 * escapes it as it has to.
 *
 * @param title of the whole
 * @param blocks from top to bottom
 * @param appendix lists for the record, which follow in files; a terminal leaves them out
 */
public record Document(String title, List<Block> blocks, List<Block> appendix) {
    public Document {
        blocks = List.copyOf(blocks);
        appendix = List.copyOf(appendix);
    }

    /** Without an appendix. */
    public Document(String title, List<Block> blocks) {
        this(title, blocks, List.of());
    }

    /** A part of a document. */
    public sealed interface Block permits Heading, Paragraph, Bullets, Legend, Grid {}

    /** Begins a section. */
    public record Heading(String text) implements Block {}

    /** One or more sentences. */
    public record Paragraph(String text) implements Block {}

    /** A list of sentences; an empty one shows nothing. */
    public record Bullets(List<String> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /**
     * The rule by which cells are the best and the second best. Each format puts before it how it marks them.
     *
     * @param rule whole sentences
     */
    public record Legend(String rule) implements Block {}

    /** Everything that a file has. */
    public Stream<Block> all() {
        return Stream.concat(blocks.stream(), appendix.stream());
    }

    /** The tables, in their order. */
    public Stream<Grid> grids() {
        return all().filter(Grid.class::isInstance).map(Grid.class::cast);
    }
}
