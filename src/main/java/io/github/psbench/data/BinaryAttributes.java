package io.github.psbench.data;

import io.github.psbench.base.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An annotation that says yes or no to each of many attributes, read in the groups of a table that has every one of them once. */
final class BinaryAttributes {
    private final GroupTable table;
    private final List<List<Integer>> columns = new ArrayList<>();

    /**
     * @param names of the attributes, in the order of the annotation's columns
     * @param annotation the file they come from, for messages
     * @throws Failure of kind DATA if these are not the table's attributes
     */
    BinaryAttributes(GroupTable table, List<String> names, String annotation) {
        this.table = table;
        Map<String, Integer> column = IntStream.range(0, names.size())
                .boxed()
                .collect(Collectors.toMap(names::get, index -> index, (first, second) -> first));
        Set<String> unknown = new TreeSet<>(names);
        Set<String> absent = new TreeSet<>();
        for (GroupTable.Group group : table.groups().values()) {
            unknown.removeAll(group.members());
            group.members().stream().filter(name -> !column.containsKey(name)).forEach(absent::add);
            columns.add(group.members().stream()
                    .map(name -> column.getOrDefault(name, 0))
                    .toList());
        }
        if (!unknown.isEmpty() || !absent.isEmpty() || column.size() != names.size()) {
            throw Failure.data(
                    "%s does not have the attributes of its data set: %s are missing, %s are unknown, and %d are there twice. Put the "
                            + "original annotation in its place.",
                    annotation, absent, unknown, names.size() - column.size());
        }
    }

    /** What a person has of each group. */
    List<SortedSet<Integer>> groups(boolean[] person) {
        List<SortedSet<Integer>> groups = new ArrayList<>(columns.size());
        for (List<Integer> members : columns) {
            SortedSet<Integer> held = new TreeSet<>();
            for (int member = 0; member < members.size(); member++) {
                if (person[members.get(member)]) {
                    held.add(member);
                }
            }
            groups.add(held);
        }
        return groups;
    }

    Describing describing() {
        return new Describing(table);
    }
}
