package io.github.psbench.report.document;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a report says, in the order in which it says it, before it takes any format. Text is plain and may hold any character: each format
 * escapes it as it has to.
 *
 * @param title of the whole
 * @param blocks from top to bottom
 */
public record Document(String title, List<Block> blocks) {
    public Document {
        blocks = List.copyOf(blocks);
    }

    /** A part of a document. */
    public sealed interface Block permits Heading, Paragraph, Bullets, Grid {}

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

    /** The tables, in their order. */
    public Stream<Grid> grids() {
        return blocks.stream().filter(Grid.class::isInstance).map(Grid.class::cast);
    }
}
