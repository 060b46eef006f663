package io.github.psbench.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.data.cache.CacheClearing;
import io.github.psbench.data.cache.CacheContents;
import io.github.psbench.data.cache.CachedFile;
import java.nio.file.Path;
import java.util.List;

/** Files of the cache, put in words and in JSON. */
record CachedFiles(CacheContents contents) {
    String text() {
        if (contents.files().isEmpty()) {
            return contents.cache() + " holds nothing yet.";
        }
        StringBuilder text = new StringBuilder().append(contents.cache());
        contents.files().forEach(file -> text.append('\n').append(line(file)));
        return text.append(String.format("%n%s  in all", Size.aligned(contents.bytes())))
                .toString();
    }

    String json() {
        ObjectNode document = new ObjectMapper()
                .createObjectNode()
                .put("cache", contents.cache().toString())
                .put("bytes", contents.bytes());
        add(document.putArray("files"), contents.files());
        return document.toPrettyString();
    }

    /** @param dryRun whether nothing was removed yet */
    String text(CacheClearing.Cleared cleared, boolean dryRun) {
        StringBuilder text = new StringBuilder();
        cleared.removed().forEach(file -> text.append(line(file)).append('\n'));
        cleared.atWork()
                .forEach(file -> text.append(line(file)).append("; stays: it is being written at this moment\n"));
        return text.append(
                        cleared.removed().isEmpty()
                                ? "Nothing to remove."
                                : String.format(
                                        "%s %s from %s.",
                                        dryRun ? "Would free" : "Freed", Size.of(cleared.bytes()), contents.cache()))
                .toString();
    }

    /** @param dryRun whether nothing was removed yet */
    String json(CacheClearing.Cleared cleared, boolean dryRun) {
        ObjectNode document = new ObjectMapper()
                .createObjectNode()
                .put("cache", contents.cache().toString())
                .put("dryRun", dryRun)
                .put("bytes", cleared.bytes());
        add(document.putArray("removed"), cleared.removed());
        add(document.putArray("atWork"), cleared.atWork());
        return document.toPrettyString();
    }

    private void add(ArrayNode list, List<CachedFile> files) {
        for (CachedFile file : files) {
            list.addObject()
                    .put("file", file.file().toString())
                    .put("kind", file.kind().word())
                    .put("bytes", file.bytes())
                    .put("dataset", file.dataset().isEmpty() ? null : file.dataset())
                    .put("what", file.what());
        }
    }

    private String line(CachedFile file) {
        Path shown = contents.cache().relativize(file.file());
        return String.format("%s  %s: %s", Size.aligned(file.bytes()), shown, file.what());
    }
}
