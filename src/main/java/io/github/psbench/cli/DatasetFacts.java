package io.github.psbench.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.psbench.data.AttributeGroup;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.PersonDataset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code psbench data describe} tells of a data set: the numbers of Table 1, and the digest that results depend on. */
record DatasetFacts(PersonDataset dataset) {
    private static final int SHOWN = 12;

    String json() {
        AttributeSchema schema = dataset.schema();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", dataset.name());
        facts.put("attributes", schema.attributes());
        facts.put("groups", schema.groups().size());
        facts.put("bits", schema.bits());
        facts.put("trainCategories", dataset.trainCategories().size());
        facts.put("trainClasses", classes());
        facts.put("trainImages", dataset.train().size());
        facts.put("queryCategories", dataset.queryCategories().size());
        facts.put("unseenCategories", dataset.unseenCategories().size());
        facts.put("galleryImages", dataset.gallery().size());
        if (dataset.partial() != null) {
            facts.put("partial", dataset.partial());
        }
        facts.put("digest", dataset.digest());
        Map<String, List<String>> values = new LinkedHashMap<>();
        schema.groups()
                .forEach(group -> values.put(
                        group.name(),
                        group.values().stream().map(AttributeGroup.Value::name).toList()));
        facts.put("values", values);
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and text can always be written as JSON", e);
        }
    }

    String text() {
        AttributeSchema schema = dataset.schema();
        StringBuilder text = new StringBuilder(dataset.name());
        String attributes = String.format(
                "%,d in %d groups, %d bits",
                schema.attributes(), schema.groups().size(), schema.bits());
        String queries = String.format(
                "%,d, of them %,d that no train image has",
                dataset.queryCategories().size(), dataset.unseenCategories().size());
        line(text, "attributes", attributes);
        line(text, "train categories", number(dataset.trainCategories().size()));
        if (classes() != dataset.trainCategories().size()) {
            line(text, "train classes", number(classes()) + " people");
        }
        line(text, "train images", number(dataset.train().size()));
        line(text, "query categories", queries);
        line(text, "gallery images", number(dataset.gallery().size()));
        if (dataset.partial() != null) {
            line(text, "partial", dataset.partial());
        }
        line(text, "digest", dataset.digest());
        text.append("\n\nvalues of each attribute group");
        for (AttributeGroup group : schema.groups()) {
            line(text, group.name(), values(group));
        }
        return text.toString();
    }

    /** What training tells apart. */
    private int classes() {
        return dataset.trainClasses().size();
    }

    /** Those of groups that do not exclude are many. */
    private static String values(AttributeGroup group) {
        String some = group.values().stream()
                .limit(SHOWN)
                .map(AttributeGroup.Value::name)
                .collect(Collectors.joining(", "));
        int more = group.values().size() - SHOWN;
        return more <= 0 ? some : some + ", and " + more + " more";
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format("\n  %-18s%s", name, value));
    }

    private static String number(int value) {
        return String.format("%,d", value);
    }
}
