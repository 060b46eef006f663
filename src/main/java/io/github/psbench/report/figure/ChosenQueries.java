package io.github.psbench.report.figure;

import io.github.psbench.base.Failure;
import io.github.psbench.data.AttributeGroup;
import io.github.psbench.data.AttributeQuery;
import io.github.psbench.data.PersonCategory;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.spec.RetrievalFigure;
import io.github.psbench.spec.RetrievalFigure.From;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The queries of a data set that a figure of searches shows: drawn by a rule, or those that somebody has asked for.
 *
 * @param queries in the order in which they are shown; empty where the data set has none to draw from
 * @param rule how they were chosen, a sentence
 * @param notes what a reader has to know besides, without the full stop
 */
record ChosenQueries(List<Chosen> queries, String rule, List<String> notes) {
    /**
     * @param index in {@link PersonDataset#queryCategories()}
     * @param seen whether some training image has the category
     * @param asked what was asked for; null for a query that was drawn
     */
    record Chosen(
            int index,
            PersonCategory category,
            boolean seen,
            @Nullable AttributeQuery asked) {}

    /**
     * Draws {@code queries} of the queries at random, or takes for each of {@code query} the category that is as asked and has most images in
     * the gallery, of equals the first.
     *
     * @throws Failure of kind USAGE if a query is not understood, or if nobody in the gallery is as asked
     */
    static ChosenQueries of(RetrievalFigure wanted, PersonDataset people) {
        List<PersonCategory> categories = people.queryCategories();
        Set<PersonCategory> unseen = new HashSet<>(people.unseenCategories());
        List<Chosen> candidates = IntStream.range(0, categories.size())
                .mapToObj(i -> new Chosen(i, categories.get(i), !unseen.contains(categories.get(i)), null))
                .filter(query -> wanted.from() == From.ALL || query.seen() == (wanted.from() == From.SEEN))
                .toList();
        return wanted.query().isEmpty()
                ? drawn(wanted, candidates, categories.size())
                : asked(wanted, candidates, people);
    }

    private static ChosenQueries drawn(RetrievalFigure wanted, List<Chosen> candidates, int all) {
        List<Chosen> shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, new Random(wanted.seed()));
        List<Chosen> chosen = List.copyOf(shuffled.subList(0, Math.min(wanted.queries(), shuffled.size())));
        String rule = String.format(
                Locale.ROOT,
                "Queries: %d of the %,d query categories%s, drawn at random with seed %d, none chosen by hand.",
                chosen.size(),
                candidates.size(),
                wanted.from() == From.ALL
                        ? ""
                        : String.format(Locale.ROOT, " %s (of %,d)", inWords(wanted.from()), all),
                wanted.seed());
        return new ChosenQueries(
                chosen,
                rule,
                chosen.isEmpty() ? List.of("there is no query category " + inWords(wanted.from())) : List.of());
    }

    private static ChosenQueries asked(RetrievalFigure wanted, List<Chosen> candidates, PersonDataset people) {
        List<Chosen> chosen = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (String text : wanted.query()) {
            AttributeQuery query = AttributeQuery.parse(people.schema(), text);
            List<Chosen> matching = candidates.stream()
                    .filter(candidate -> query.matches(candidate.category()))
                    .toList();
            if (matching.isEmpty()) {
                throw Failure.usage(
                        "query '%s': no query category of %s%s is like that.%s",
                        text.strip(),
                        people.name(),
                        wanted.from() == From.ALL ? "" : " " + inWords(wanted.from()),
                        nearest(query, candidates));
            }
            Chosen most = Collections.max(
                    matching,
                    Comparator.comparingLong((Chosen one) -> images(people, one))
                            .thenComparing(
                                    Comparator.comparingInt(Chosen::index).reversed()));
            chosen.add(new Chosen(most.index(), most.category(), most.seen(), query));
            if (matching.size() > 1) {
                notes.add(String.format(
                        Locale.ROOT,
                        "query '%s' leaves attributes open: of the %,d query categories that are as asked, that with most images in the"
                                + " gallery is shown",
                        PlainText.of(text.strip()),
                        matching.size()));
            }
        }
        return new ChosenQueries(
                chosen,
                "Queries: chosen by hand (in bold); for each, of the categories that are as asked, that with most images in the gallery.",
                notes);
    }

    private static long images(PersonDataset people, Chosen query) {
        return people.gallery().stream()
                .filter(image -> image.category().equals(query.category()))
                .count();
    }

    /** What the category that comes nearest has instead of what was asked for. */
    private static String nearest(AttributeQuery query, List<Chosen> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt(
                        candidate -> otherwise(query, candidate).size()))
                .map(candidate -> " The nearest that there is has "
                        + otherwise(query, candidate).stream()
                                .map(g -> {
                                    AttributeGroup group =
                                            query.schema().groups().get(g);
                                    return AttributeQuery.asWritten(group.name()) + "="
                                            + AttributeQuery.asWritten(group.values()
                                                    .get(candidate
                                                            .category()
                                                            .values()
                                                            .get(g))
                                                    .name());
                                })
                                .collect(Collectors.joining(", "))
                        + "; ask for that, or leave more open.")
                .orElse("");
    }

    /** The groups in which a category is not as asked. */
    private static List<Integer> otherwise(AttributeQuery query, Chosen candidate) {
        return IntStream.range(0, query.allowed().size())
                .filter(g -> !query.allowed()
                        .get(g)
                        .contains(candidate.category().values().get(g)))
                .boxed()
                .toList();
    }

    private static String inWords(From from) {
        return switch (from) {
            case ALL -> "at all";
            case SEEN -> "that some training image has";
            case UNSEEN -> "that no training image has";
        };
    }
}
