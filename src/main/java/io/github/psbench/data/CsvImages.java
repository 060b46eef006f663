package io.github.psbench.data;

import io.github.psbench.settings.Located;
import io.github.psbench.settings.Place;
import io.github.psbench.settings.Problems;
import io.github.psbench.settings.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the file {@code images.csv} of a {@link CsvFolder}; all its mistakes go to the problems. */
final class CsvImages {
    static final String PATH = "path";
    static final String SPLIT = "split";

    /** Between the attributes that hold of one group. */
    static final String AND = "|";

    /** What an image is for. */
    enum Split {
        TRAIN,
        GALLERY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param path below the folder, with slashes; leads down only; empty where it is refused
     * @param person for each group of the table the members that hold
     */
    record Row(Place place, String path, Split split, List<SortedSet<Integer>> person) {}

    private static final Set<String> DOWN_NOWHERE = Set.of("", ".", "..");
    private static final List<String> SPLITS = List.of(Split.TRAIN.word(), Split.GALLERY.word());

    private final Path file;
    private final @Nullable GroupTable table;
    private final Problems problems;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Place> paths = new HashMap<>();

    private CsvImages(Path file, @Nullable GroupTable table, Problems problems) {
        this.file = file;
        this.table = table;
        this.problems = problems;
    }

    /**
     * @param table null where it is not known; then only paths and splits are checked
     * @return rows that must not be used if there are problems
     */
    static List<Row> read(Path file, @Nullable GroupTable table, Problems problems) {
        return new CsvImages(file, table, problems).rows();
    }

    private List<Row> rows() {
        List<CsvRecords.Cells> records = CsvRecords.read(file, problems);
        if (records.isEmpty()) {
            if (problems.isEmpty()) {
                problems.add(Place.start(file), "empty; its first line must be %s", String.join(",", header()));
            }
            return List.of();
        }
        header(records.get(0));
        List<Row> rows = new ArrayList<>();
        int width = records.get(0).cells().size();
        for (CsvRecords.Cells line : records.subList(1, records.size())) {
            if (line.cells().size() == width) {
                rows.add(row(line));
            } else {
                problems.add(
                        line.place(),
                        "the first line has %d cells, this one %d; a cell that holds a comma needs quotes",
                        width,
                        line.cells().size());
            }
        }
        if (problems.isEmpty()) {
            for (Split split : Split.values()) {
                if (rows.stream().noneMatch(row -> row.split() == split)) {
                    problems.add(Place.start(file), "no image has the split %s; both are needed", split.word());
                }
            }
        }
        return rows;
    }

    /** The columns that there must be. */
    private List<String> header() {
        List<String> names = new ArrayList<>(List.of(PATH, SPLIT));
        names.addAll(groups().keySet());
        return names;
    }

    private Map<String, GroupTable.Group> groups() {
        return table == null ? Map.of() : table.groups();
    }

    private void header(CsvRecords.Cells line) {
        List<String> known = header();
        String first = line.cells().get(0);
        if (line.cells().size() == 1 && (first.contains(";") || first.contains("\t"))) {
            problems.add(
                    line.place(),
                    "cells must be separated by commas, got %s; save the table as CSV with commas",
                    shown(first));
            return;
        }
        for (int i = 0; i < line.cells().size(); i++) {
            String name = line.cells().get(i);
            if (name.isEmpty()) {
                problems.add(line.place(), "column %d has no name; a comma at the end of the line begins one", i + 1);
            } else if (table != null && !known.contains(name)) {
                problems.add(
                        line.place(),
                        "column %d: unknown name %s%s",
                        i + 1,
                        shown(name),
                        Suggestion.after(name, known));
            } else if (columns.putIfAbsent(name, i) != null) {
                problems.add(line.place(), "the column %s is there twice", shown(name));
            }
        }
        for (String name : known) {
            if (!columns.containsKey(name)) {
                problems.add(
                        line.place(), "the column '%s' is missing; the columns are %s", name, String.join(",", known));
            }
        }
    }

    private Row row(CsvRecords.Cells line) {
        List<SortedSet<Integer>> person = new ArrayList<>();
        groups().forEach((name, group) -> {
            String cell = cell(line, name);
            person.add(cell == null ? new TreeSet<>() : members(line.place(), name, group, cell));
        });
        return new Row(line.place(), path(line), split(line), person);
    }

    /** Null where there is no such column. */
    private @Nullable String cell(CsvRecords.Cells line, String column) {
        Integer index = columns.get(column);
        return index == null ? null : line.cells().get(index);
    }

    /** Empty where there is none that may be followed. */
    private String path(CsvRecords.Cells line) {
        String path = cell(line, PATH);
        if (path == null) {
            return "";
        }
        if (path.contains("\\")) {
            problems.add(line.place(), "column 'path': write slashes, not backslashes, got %s", shown(path));
            return "";
        }
        if (Arrays.stream(path.split("/", -1)).anyMatch(DOWN_NOWHERE::contains)) {
            problems.add(
                    line.place(),
                    "column 'path' must lead from the folder to a file in it, without '.', '..' and empty parts, got %s",
                    shown(path));
            return "";
        }
        Place before = paths.putIfAbsent(path, line.place());
        if (before != null) {
            problems.add(line.place(), "column 'path': %s is in line %d already", shown(path), before.line());
        }
        return path;
    }

    private Split split(CsvRecords.Cells line) {
        String cell = cell(line, SPLIT);
        if (cell != null && !SPLITS.contains(cell)) {
            problems.add(
                    line.place(), "column 'split': unknown split %s%s", shown(cell), Suggestion.after(cell, SPLITS));
        }
        return Split.GALLERY.word().equals(cell) ? Split.GALLERY : Split.TRAIN;
    }

    private SortedSet<Integer> members(Place place, String name, GroupTable.Group group, String cell) {
        SortedSet<Integer> held = new TreeSet<>();
        boolean exclusive = group.oneOf() != null;
        if (!exclusive && (cell.isEmpty() || cell.equals(AttributeGroup.NONE))) {
            return held;
        }
        String[] parts = cell.split("[" + AND + "]", -1);
        if (exclusive && parts.length > 1) {
            problems.add(place, "column '%s': its values exclude each other, so give one of %s", name, shown(cell));
            return held;
        }
        for (String part : parts) {
            String member = part.strip();
            int index = group.members().indexOf(member);
            if (index < 0) {
                problems.add(
                        place,
                        "column '%s': unknown %s %s%s",
                        name,
                        exclusive ? "value" : "attribute",
                        shown(member),
                        Suggestion.after(member, group.members()));
            } else if (!held.add(index)) {
                problems.add(place, "column '%s': '%s' is there twice", name, member);
            }
        }
        return held;
    }

    /** Cut where it is long; "nothing" where it is empty. */
    private static String shown(String cell) {
        return new Located.Scalar(Place.BUILT_IN, cell, true).described();
    }
}
