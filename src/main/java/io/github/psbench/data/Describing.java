package io.github.psbench.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Makes a schema of a table of groups and of what people have of each group, and each person's category in it. */
final class Describing {
    private final GroupTable table;
    private final List<Map<SortedSet<Integer>, Integer>> patterns = new ArrayList<>();
    private final List<List<Integer>> people = new ArrayList<>();
    private final Map<List<Integer>, List<Integer>> different = new HashMap<>();

    Describing(GroupTable table) {
        this.table = table;
        table.groups().forEach((name, group) -> patterns.add(new LinkedHashMap<>()));
    }

    /** @param person for each group the indices of the members that hold; exactly one in a group whose values exclude each other */
    void add(List<SortedSet<Integer>> person) {
        List<Integer> numbers = new ArrayList<>(person.size());
        for (int g = 0; g < person.size(); g++) {
            Map<SortedSet<Integer>, Integer> known = patterns.get(g);
            numbers.add(known.computeIfAbsent(person.get(g), unseen -> known.size()));
        }
        people.add(different.computeIfAbsent(numbers, List::copyOf));
    }

    AttributeSchema schema(Encoding encoding) {
        List<AttributeGroup> groups = new ArrayList<>();
        table.groups()
                .forEach((name, group) -> groups.add(
                        group.oneOf() != null
                                ? AttributeGroup.oneOf(name, group.members(), encoding)
                                : AttributeGroup.anyOf(
                                        name,
                                        group.members(),
                                        patterns.get(groups.size()).keySet(),
                                        encoding)));
        return new AttributeSchema(groups);
    }

    /** In the order in which people were added. */
    List<PersonCategory> categories() {
        List<AttributeGroup> groups = schema(Encoding.PATTERNS).groups();
        List<List<Integer>> values = new ArrayList<>();
        List<GroupTable.Group> declared = List.copyOf(table.groups().values());
        for (int g = 0; g < groups.size(); g++) {
            AttributeGroup group = groups.get(g);
            List<String> members = declared.get(g).members();
            values.add(patterns.get(g).keySet().stream()
                    .map(pattern -> group.indexOf(AttributeGroup.combination(members, pattern)))
                    .toList());
        }
        Map<List<Integer>, PersonCategory> categories = new HashMap<>();
        return people.stream()
                .map(numbers -> categories.computeIfAbsent(numbers, unseen -> category(numbers, values)))
                .toList();
    }

    private static PersonCategory category(List<Integer> numbers, List<List<Integer>> values) {
        List<Integer> category = new ArrayList<>(numbers.size());
        for (int g = 0; g < numbers.size(); g++) {
            category.add(values.get(g).get(numbers.get(g)));
        }
        return new PersonCategory(category);
    }
}
