package io.github.psbench.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.data.AttributeGroup;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.report.text.Json;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.run.StoredTrial;
import io.github.psbench.search.Interpretation;
import io.github.psbench.search.PersonSearch;
import io.github.psbench.search.QueryParts;
import io.github.psbench.search.SearchResult;
import io.github.psbench.search.SearchedImages;
import io.github.psbench.search.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a search has found, and what can be searched, in words and in JSON. */
final class SearchListing {
    private static final int MOST_CATEGORIES = 3;

    private SearchListing() {}

    /** "The gallery of synthped, 1,260 images; trial 4d98c9618072 (Ours, synthped, seed 0)". */
    static String about(PersonSearch search, PersonSearch.Outcome outcome) {
        StoredTrial trial = search.model().trial();
        SearchedImages searched = outcome.searched();
        return String.format(
                Locale.ROOT,
                "%s, %,d images; trial %s (%s, %s, seed %s)",
                searched.where(),
                searched.images().size(),
                trial.shortId(),
                RunsListing.known(trial.row()),
                RunsListing.known(trial.dataset()),
                RunsListing.known(trial.seed()));
    }

    static String text(PersonSearch search, PersonSearch.Outcome outcome, List<Path> files) {
        StringBuilder text = new StringBuilder(PlainText.of(about(search, outcome)) + ".\n");
        for (SearchResult result : outcome.results()) {
            text.append('\n').append(text(result, outcome.searched()));
        }
        List<String> leftOut = outcome.searched().leftOut();
        if (!leftOut.isEmpty()) {
            text.append('\n').append(leftOut.size()).append(leftOut.size() == 1 ? " file was" : " files were");
            text.append(" left out:\n");
            leftOut.forEach(line -> text.append("  ").append(PlainText.of(line)).append('\n'));
        }
        return text.append("\nWritten: ")
                .append(files.stream().map(Path::toString).collect(Collectors.joining(", ")))
                .append('\n')
                .toString();
    }

    private static String text(SearchResult result, SearchedImages searched) {
        StringBuilder text = new StringBuilder("Query: ");
        text.append(PlainText.of(String.join("; ", result.query().inWords()))).append('\n');
        text.append(PlainText.of(result.meaning().inWords(result.query()))).append('\n');
        List<Interpretation.Asked> categories = result.meaning().categories();
        AttributeSchema schema = result.query().schema();
        if (categories.size() > 1) {
            categories.stream().limit(MOST_CATEGORIES).forEach(asked -> text.append("  ")
                    .append(PlainText.of(String.join(", ", Words.held(schema, asked.category()))))
                    .append('\n'));
            if (categories.size() > MOST_CATEGORIES) {
                text.append("  and ")
                        .append(categories.size() - MOST_CATEGORIES)
                        .append(" more, all of them in the page\n");
            }
        }
        text.append(Words.counts(result, searched)).append('\n');
        List<List<String>> lines = new ArrayList<>();
        boolean annotated = result.relevant() != null;
        lines.add(
                annotated
                        ? List.of("rank", "score", "relevant", "image", "attributes")
                        : List.of("rank", "score", "image"));
        for (SearchResult.Found found : result.found()) {
            String rank = String.format(Locale.ROOT, "%4d", found.rank());
            String score = Words.score(found.score());
            PersonCategory category = found.image().category();
            lines.add(
                    !annotated || category == null
                            ? List.of(rank, score, found.image().name())
                            : List.of(
                                    rank,
                                    score,
                                    Boolean.TRUE.equals(found.isRelevant()) ? "yes" : "no",
                                    found.image().name(),
                                    String.join(", ", Words.held(schema, category))));
        }
        return text.append(AlignedText.of(lines)).toString();
    }

    static String json(PersonSearch search, PersonSearch.Outcome outcome, List<Path> files) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("trial", search.model().trial().id());
        SearchedImages searched = outcome.searched();
        ObjectNode where = root.putObject("searched");
        Json.put(where, "where", searched.where());
        where.put("images", searched.images().size());
        where.put("annotated", searched.areAnnotated());
        ArrayNode leftOut = where.putArray("leftOut");
        searched.leftOut().forEach(line -> leftOut.add(Json.wellFormed(line)));
        ArrayNode queries = root.putArray("queries");
        outcome.results().forEach(result -> fill(queries.addObject(), result));
        ArrayNode written = root.putArray("files");
        files.forEach(file -> written.add(file.toString()));
        return Json.text(root);
    }

    private static void fill(ObjectNode node, SearchResult result) {
        AttributeSchema schema = result.query().schema();
        Json.put(node, "query", result.text());
        ArrayNode words = node.putArray("words");
        result.query().inWords().forEach(line -> words.add(Json.wellFormed(line)));
        Interpretation meaning = result.meaning();
        ObjectNode searchedWith = node.putObject("searchedWith");
        searchedWith.put("basis", meaning.basis().inJson());
        searchedWith.put("fitting", meaning.fitting());
        Json.put(searchedWith, "words", meaning.inWords(result.query()));
        ArrayNode categories = searchedWith.putArray("categories");
        for (Interpretation.Asked asked : meaning.categories()) {
            ObjectNode category = categories.addObject();
            category.put("trainImages", asked.images());
            category.put("known", asked.isKnown());
            fill(category.putObject("attributes"), schema, asked.category());
        }
        node.put("relevant", result.relevant());
        node.put("relevantFound", result.relevantFound());
        ArrayNode found = node.putArray("found");
        for (SearchResult.Found each : result.found()) {
            ObjectNode image = found.addObject();
            image.put("rank", each.rank());
            image.put("score", each.score());
            Json.put(image, "image", each.image().name());
            image.put("relevant", each.isRelevant());
            PersonCategory category = each.image().category();
            if (category != null) {
                fill(image.putObject("attributes"), schema, category);
            }
        }
    }

    private static void fill(ObjectNode node, AttributeSchema schema, PersonCategory category) {
        for (int g = 0; g < schema.groups().size(); g++) {
            AttributeGroup group = schema.groups().get(g);
            Json.put(
                    node,
                    Json.wellFormed(group.name()),
                    group.values().get(category.values().get(g)).name());
        }
    }

    /** What can stand in a query. */
    static String text(List<QueryParts.Part> parts) {
        boolean counted = parts.stream().allMatch(part -> part.trainImages() != null);
        List<List<String>> lines = new ArrayList<>();
        lines.add(
                counted
                        ? List.of("in a query", "attribute", "value", "training images", "gallery images")
                        : List.of("in a query", "attribute", "value"));
        for (QueryParts.Part part : parts) {
            lines.add(
                    counted
                            ? List.of(
                                    part.text(),
                                    part.group(),
                                    part.value(),
                                    Objects.toString(part.trainImages()),
                                    Objects.toString(part.galleryImages()))
                            : List.of(part.text(), part.group(), part.value()));
        }
        return AlignedText.of(lines)
                + "Several stand with commas between them; a|b allows either value, and where yes is shown, no asks for its absence.\n";
    }

    static String json(List<QueryParts.Part> parts) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode list = root.putArray("parts");
        for (QueryParts.Part part : parts) {
            ObjectNode node = list.addObject();
            Json.put(node, "query", part.text());
            Json.put(node, "attribute", part.group());
            Json.put(node, "value", part.value());
            node.put("trainImages", part.trainImages());
            node.put("galleryImages", part.galleryImages());
        }
        return Json.text(root);
    }
}
