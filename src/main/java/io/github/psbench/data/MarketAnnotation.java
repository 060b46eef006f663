package io.github.psbench.data;

import io.github.psbench.base.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/**
 * The file {@code market_attribute.mat}: what each person looks like. Its struct {@code market_attribute} has a struct {@code train} and a
 * struct {@code test}, each with a cell {@code image_index} of identities and, for every attribute, a row of as many numbers: 1..4 for the age,
 * for all others 1 or 2. The two structs order their fields differently, so a field is found by its name alone.
 */
final class MarketAnnotation {
    private static final String ROOT = "market_attribute";
    private static final String IDENTITIES = "image_index";
    private static final Pattern IDENTITY = Pattern.compile("[0-9]{4}");

    private final MatlabFile file;
    private final Struct root;

    /** @throws Failure of kind DATA if the file is none that MATLAB 5 could have written, or has no such struct */
    MarketAnnotation(Path path) {
        file = new MatlabFile(
                path,
                "Put the market_attribute.mat of the Market-1501 Attribute annotation (Lin et al.) in its place.");
        root = file.variable(ROOT, Struct.class);
    }

    /**
     * The people of one part, by identity.
     *
     * @param part "train" or "test"
     * @throws Failure of kind DATA, naming the field and the identity, if a field is missing, has another length than the identities, or
     *     holds a value out of range; if an identity occurs twice; or if two attributes that exclude each other both hold
     */
    Map<String, PersonCategory> people(String part) {
        Struct fields = file.field(root, ROOT, part, Struct.class);
        List<String> identities = identities(fields, part);
        List<List<Integer>> values = new ArrayList<>();
        identities.forEach(identity -> values.add(new ArrayList<>()));
        for (AttributeGroup group : MarketSchema.of(Encoding.PATTERNS).groups()) {
            addValues(group, fields, part, identities, values);
        }
        Map<String, PersonCategory> people = new LinkedHashMap<>();
        for (int person = 0; person < identities.size(); person++) {
            people.put(identities.get(person), new PersonCategory(values.get(person)));
        }
        return people;
    }

    private List<String> identities(Struct fields, String part) {
        Cell cell = file.field(fields, part, IDENTITIES, Cell.class);
        Map<String, Integer> places = new HashMap<>();
        List<String> identities = new ArrayList<>();
        for (int i = 0; i < cell.getNumElements(); i++) {
            Array element = cell.get(i);
            String identity = element instanceof Char text ? text.getString() : element.toString();
            if (!IDENTITY.matcher(identity).matches()) {
                throw wrong(part, IDENTITIES, "element " + (i + 1) + " is '" + identity + "', not four digits");
            }
            Integer before = places.put(identity, i);
            if (before != null) {
                throw wrong(
                        part,
                        IDENTITIES,
                        "identity " + identity + " is there twice, as elements " + (before + 1) + " and " + (i + 1));
            }
            identities.add(identity);
        }
        if (identities.isEmpty()) {
            throw wrong(part, IDENTITIES, "there is no identity in it");
        }
        return identities;
    }

    private void addValues(
            AttributeGroup group, Struct fields, String part, List<String> identities, List<List<Integer>> values) {
        if (group.indexOf(AttributeGroup.NONE) < 0) {
            int[] numbers = numbers(
                    fields, part, field(group), identities, group.values().size());
            for (int person = 0; person < numbers.length; person++) {
                values.get(person).add(numbers[person] - 1);
            }
            return;
        }
        int[] chosen = new int[identities.size()]; // 0 is "none"
        for (int value = 1; value < group.values().size(); value++) {
            String name = field(group, value);
            int[] numbers = numbers(fields, part, name, identities, 2);
            for (int person = 0; person < numbers.length; person++) {
                if (numbers[person] == 2) {
                    if (chosen[person] != 0) {
                        throw wrong(
                                part,
                                name,
                                "identity " + identities.get(person) + " has both this and "
                                        + field(group, chosen[person]) + ", but a person has one " + group.name()
                                        + " at most");
                    }
                    chosen[person] = value;
                }
            }
        }
        for (int person = 0; person < chosen.length; person++) {
            values.get(person).add(chosen[person]);
        }
    }

    /** A field's numbers, one for each identity, all in 1..most. */
    private int[] numbers(Struct fields, String part, String name, List<String> identities, int most) {
        Matrix matrix = file.field(fields, part, name, Matrix.class);
        if (matrix.getNumElements() != identities.size()) {
            throw wrong(
                    part,
                    name,
                    "it has " + matrix.getNumElements() + " values, but " + IDENTITIES + " has " + identities.size());
        }
        int[] numbers = new int[identities.size()];
        for (int person = 0; person < numbers.length; person++) {
            double number = matrix.getDouble(person);
            if (!(number >= 1 && number <= most && number == Math.rint(number))) {
                throw wrong(
                        part,
                        name,
                        "identity " + identities.get(person) + " has the value " + number + ", not one of 1.." + most);
            }
            numbers[person] = (int) number;
        }
        return numbers;
    }

    /** The field of a group whose values are numbered. */
    private static String field(AttributeGroup group) {
        return switch (group.name()) {
            case "lower length" -> "down";
            case "sleeve length" -> "up";
            default -> group.name();
        };
    }

    /** The field of one value of a group that has a yes or no for each. */
    private static String field(AttributeGroup group, int value) {
        String name = group.values().get(value).name();
        return switch (group.name()) {
            case "lower colour" -> "down" + name;
            case "upper colour" -> "up" + name;
            default -> name;
        };
    }

    private Failure wrong(String part, String field, String what) {
        return file.wrong(part + "." + field, what);
    }
}
