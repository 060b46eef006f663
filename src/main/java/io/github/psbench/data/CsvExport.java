package io.github.psbench.data;

import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

/**
 * Writes any data set as a {@link CsvFolder}. What is read from there has the same schema, categories, order of images and pixels, so training
 * gives the same numbers; names and digest are others.
 */
public final class CsvExport {
    private static final String HEADING = """
            # What people are described by. one-of: a person has exactly one of the values. any-of: a person has any number of the attributes.
            # images.csv has a column for each of these groups.
            """;

    private static final int WIDTH = 140;

    private CsvExport() {}

    /**
     * Decodes every picture and writes it as PNG.
     *
     * @return the written data set as experiments name it
     * @throws Failure of kind USAGE if the folder is there and not empty, or if identities of people are to be learned, which it has no place
     *     for; of kind DATA if a picture is damaged, or if the schema has values
     *     that no image tells of; of kind RESOURCES, naming the folder, if it cannot be written
     */
    public static CsvFolder write(PersonDataset dataset, Path folder, Progress progress) {
        if (dataset.train().stream().anyMatch(image -> image.identity() != null)) {
            throw Failure.usage(
                    "%s cannot be written with the identities of its people, since images.csv has no column for them. Leave out the setting "
                            + "that trains on identities.",
                    dataset.name());
        }
        AttributeSchema schema = dataset.schema();
        GroupTable table = table(schema);
        Encoding encoding = encoding(table, dataset);
        List<CsvFolderWriter.Image> images = new ArrayList<>();
        dataset.train().forEach(image -> images.add(image(image, CsvImages.Split.TRAIN, schema)));
        dataset.gallery().forEach(image -> images.add(image(image, CsvImages.Split.GALLERY, schema)));
        CsvFolderWriter.write(
                folder, HEADING + yaml(table), List.copyOf(table.groups().keySet()), images, progress);
        return new CsvFolder(folder.toAbsolutePath().normalize().toString(), encoding);
    }

    private static GroupTable table(AttributeSchema schema) {
        Map<String, GroupTable.Group> groups = new LinkedHashMap<>();
        for (AttributeGroup group : schema.groups()) {
            groups.put(
                    group.name(),
                    group.anyOf().isEmpty()
                            ? new GroupTable.Group(
                                    group.values().stream()
                                            .map(AttributeGroup.Value::name)
                                            .toList(),
                                    null)
                            : new GroupTable.Group(null, group.anyOf()));
        }
        return new GroupTable(groups);
    }

    /** That with which reading gives the same schema. */
    private static Encoding encoding(GroupTable table, PersonDataset dataset) {
        Describing describing = new Describing(table);
        for (PersonImage image : dataset.images()) {
            describing.add(members(image.category(), dataset.schema()));
        }
        return Arrays.stream(Encoding.values())
                .filter(encoding -> describing.schema(encoding).equals(dataset.schema()))
                .findFirst()
                .orElseThrow(() -> Failure.data(
                        "%s cannot be written as it is%s: its schema has combinations of attributes that no image has, and images.csv "
                                + "could not tell of them.",
                        dataset.name(), dataset.partial() == null ? "" : " (" + dataset.partial() + ")"));
    }

    private static List<SortedSet<Integer>> members(PersonCategory category, AttributeSchema schema) {
        return IntStream.range(0, schema.groups().size())
                .mapToObj(g -> schema.groups().get(g).members(category.values().get(g)))
                .toList();
    }

    private static CsvFolderWriter.Image image(PersonImage image, CsvImages.Split split, AttributeSchema schema) {
        List<SortedSet<Integer>> members = members(image.category(), schema);
        List<String> cells = IntStream.range(0, members.size())
                .mapToObj(g -> cell(schema.groups().get(g), members.get(g)))
                .toList();
        return new CsvFolderWriter.Image(image.name(), split, cells, image.picture());
    }

    private static String cell(AttributeGroup group, SortedSet<Integer> members) {
        return members.stream()
                .map(member -> group.anyOf().isEmpty()
                        ? group.values().get(member).name()
                        : group.anyOf().get(member))
                .collect(Collectors.joining(CsvImages.AND));
    }

    private static String yaml(GroupTable table) {
        Map<String, Object> groups = new LinkedHashMap<>();
        table.groups()
                .forEach((name, group) ->
                        groups.put(name, Map.of(group.oneOf() == null ? "any-of" : "one-of", group.members())));
        return new Dump(DumpSettings.builder().setWidth(WIDTH).build()).dumpToString(Map.of("groups", groups));
    }
}
