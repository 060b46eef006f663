package io.github.psbench.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.psbench.base.Progress;
import io.github.psbench.data.AttributeGroup;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.PersonDataset;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "describe",
        description =
                "Reads a data set, checks that its files fit together, and prints its attributes, categories, images and digest.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class DataDescribeCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DATASET",
            description = "The data set, as experiment files name it: market1501, synthped.")
    private String dataset;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text for people, or json. Default: text.")
    private OutputFormat format;

    @Mixin
    private DataRootOption data;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        PersonDataset found = DatasetNames.byName(dataset).load(data.places(), Progress.SILENT);
        PrintWriter out = command.commandLine().getOut();
        Map<String, Object> facts = facts(found);
        switch (format) {
            case JSON ->
                out.println(new ObjectMapper()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsString(facts));
            case TEXT -> print(out, found);
        }
        out.flush();
        return 0;
    }

    private static Map<String, Object> facts(PersonDataset dataset) {
        AttributeSchema schema = dataset.schema();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", dataset.name());
        facts.put("attributes", schema.attributes());
        facts.put("groups", schema.groups().size());
        facts.put("bits", schema.bits());
        facts.put("trainCategories", dataset.trainCategories().size());
        facts.put("trainImages", dataset.train().size());
        facts.put("queryCategories", dataset.queryCategories().size());
        facts.put("unseenCategories", dataset.unseenCategories().size());
        facts.put("galleryImages", dataset.gallery().size());
        facts.put("digest", dataset.digest());
        return facts;
    }

    private static void print(PrintWriter out, PersonDataset dataset) {
        AttributeSchema schema = dataset.schema();
        out.printf("%s%n", dataset.name());
        out.printf(
                "  %-20s %,7d in %d groups, %d bits%n",
                "attributes", schema.attributes(), schema.groups().size(), schema.bits());
        out.printf(
                "  %-20s %,7d%n", "train categories", dataset.trainCategories().size());
        out.printf("  %-20s %,7d%n", "train images", dataset.train().size());
        out.printf(
                "  %-20s %,7d, of them %,d that no train image has%n",
                "query categories",
                dataset.queryCategories().size(),
                dataset.unseenCategories().size());
        out.printf("  %-20s %,7d%n", "gallery images", dataset.gallery().size());
        out.printf("  %-20s %s%n", "digest", dataset.digest());
        out.printf("groups%n");
        for (AttributeGroup group : schema.groups()) {
            out.printf("  %-20s %s%n", group.name(), String.join(", ", group.values()));
        }
    }
}
