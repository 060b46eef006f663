package io.github.psbench.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.data.Origin;
import io.github.psbench.data.archive.Placed;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code psbench data get} tells.
 *
 * @param placed what became of the archives that were given
 * @param missing why the data set cannot be used yet; empty if it seems complete, or nothing can be said
 */
record DataGetReport(String dataset, Origin origin, Path root, List<Placed> placed, Optional<String> missing) {
    String text() {
        if (!placed.isEmpty()) {
            return delivered();
        }
        if (origin instanceof Origin.Here here) {
            return here.reason();
        }
        Origin.Elsewhere elsewhere = (Origin.Elsewhere) origin;
        StringBuilder text = new StringBuilder(elsewhere.title());
        paragraph(text, "where", elsewhere.where());
        paragraph(text, "terms", elsewhere.terms());
        paragraph(text, "to cite", elsewhere.citation());
        paragraph(text, "layout below the data root, " + root, elsewhere.layout());
        text.append("\n\nDownload the archives yourself, then: psbench data get ")
                .append(dataset)
                .append(" --archive FILE");
        return text.toString();
    }

    String json() {
        ObjectNode document = new ObjectMapper().createObjectNode();
        document.put("name", dataset);
        if (origin instanceof Origin.Elsewhere elsewhere) {
            document.put("title", elsewhere.title())
                    .put("where", elsewhere.where())
                    .put("terms", elsewhere.terms())
                    .put("citation", elsewhere.citation())
                    .put("layout", elsewhere.layout());
        }
        document.put("dataRoot", root.toString());
        ArrayNode archives = document.putArray("placed");
        for (Placed one : placed) {
            ObjectNode node = archives.addObject()
                    .put("archive", one.archive().toString())
                    .put("files", one.files())
                    .put("bytes", one.bytes())
                    .put("leftOut", one.leftOut());
            ArrayNode places = node.putArray("places");
            one.places().forEach(place -> places.add(place.toString()));
            ArrayNode pictures = node.putArray("pictures");
            one.pictures().forEach(count -> pictures.addObject()
                    .put("folder", count.folder())
                    .put("found", count.found())
                    .put("expected", count.expected()));
        }
        document.put("missing", missing.orElse(null));
        return document.toPrettyString();
    }

    private String delivered() {
        StringBuilder text = new StringBuilder();
        for (Placed one : placed) {
            text.append(String.format("%s: %,d files", one.archive(), one.files()));
            if (one.leftOut() > 0) {
                text.append(String.format(", %,d others left out", one.leftOut()));
            }
            one.places().forEach(place -> text.append("\n  ").append(place));
            one.pictures().stream()
                    .filter(count -> count.found() != count.expected())
                    .forEach(count -> text.append(String.format(
                            "\n  a part: %s/ holds %,d of %,d pictures",
                            count.folder(), count.found(), count.expected())));
            text.append('\n');
        }
        return text.append(missing.map(reason -> "Still missing: " + reason)
                        .orElse("To check every file of it: psbench data verify " + dataset))
                .toString();
    }

    private static void paragraph(StringBuilder text, String name, String lines) {
        text.append("\n\n").append(name);
        lines.lines().forEach(line -> text.append("\n  ").append(line));
    }
}
