package io.github.psbench.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.base.Places;
import io.github.psbench.data.DataSource;
import io.github.psbench.data.Whereabouts;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        description = "Lists the data sets that psbench knows, and what of each is found where. Looks at folders only.",
        footerHeading = "%nExamples:%n",
        footer = {"  psbench data list", "  psbench data list --data ~/reid --format json"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class DataListCommand implements Callable<Integer> {
    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private DataRootOption data = new DataRootOption();

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        Places places = data.places();
        switch (format.chosen()) {
            case TEXT -> {
                Path root = places.data().toAbsolutePath();
                out.printf("data root %s%s%n", root, Files.isDirectory(root) ? "" : " (there is no such folder)");
                DatasetNames.all().forEach(source -> print(out, source, source.whereabouts(places)));
                out.printf("%npsbench data get NAME says where a data set is to be had.%n");
            }
            case JSON -> out.println(json(places));
        }
        return 0;
    }

    private static void print(PrintWriter out, DataSource source, Whereabouts found) {
        boolean anywhere = found.annotation() != null || found.images() != null;
        String state =
                found.missing() == null ? anywhere ? "found" : "drawn by psbench" : anywhere ? "in part" : "not found";
        out.printf("%n%-12s%s%n", source.name(), state);
        line(out, "annotation", found.annotation());
        line(out, "images", found.images());
        if (found.missing() != null) {
            out.printf("  %-12s%s%n", "missing", found.missing());
        }
    }

    private static void line(PrintWriter out, String name, @Nullable Path path) {
        if (path != null) {
            out.printf("  %-12s%s%n", name, path);
        }
    }

    private static String json(Places places) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("dataRoot", places.data().toAbsolutePath().toString());
        ArrayNode datasets = root.putArray("datasets");
        for (DataSource source : DatasetNames.all()) {
            Whereabouts found = source.whereabouts(places);
            ObjectNode node = datasets.addObject();
            node.put("name", source.name());
            node.put("complete", found.missing() == null);
            put(node, "annotation", found.annotation());
            put(node, "images", found.images());
            put(node, "missing", found.missing());
        }
        return root.toPrettyString();
    }

    private static void put(ObjectNode node, String key, @Nullable Object value) {
        if (value != null) {
            node.put(key, value.toString());
        }
    }
}
