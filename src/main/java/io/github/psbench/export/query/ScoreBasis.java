package io.github.psbench.export.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.selection.Selection;

/** What trials' scores are over: the same queries and gallery images, or others, of which some may be held out for validation. */
final class ScoreBasis {
    private static final String VALIDATION = "validation";

    /** Of a data set, scores over other numbers of these cannot be compared. */
    private static final List<String> COUNTS = List.of("queries", "gallery");

    private static final int MOST_NAMED = 5;

    private ScoreBasis() {}

    /** Whether trials with different values in this column have scores over different things. */
    static boolean tells(String column) {
        return COUNTS.contains(column) || column.equals(VALIDATION) || column.startsWith(VALIDATION + ".");
    }

    /**
     * A sentence on scores of one data set that are not to be compared, with what to do about it; null if there are none.
     *
     * @param condition that the trials were chosen by; null if by none
     */
    static @Nullable String hint(TrialTable trials, @Nullable String condition) {
        List<String> different = new ArrayList<>();
        String example = VALIDATION + " is missing";
        int validated = validated(trials);
        boolean some = validated > 0 && validated < scored(trials).size();
        for (String count : COUNTS) {
            SortedSet<Long> values = different(trials, count);
            if (!values.isEmpty()) {
                example = some || !different.isEmpty() ? example : count + " = " + values.last();
                different.add("%s (%s)".formatted(count.equals("gallery") ? "gallery images" : count, listed(values)));
            }
        }
        if (different.isEmpty() && !some) {
            return null;
        }
        String over = different.isEmpty()
                ? "some of validation data, others not"
                : "over different " + String.join(" and ", different);
        return "Scores are %s: these are not to be compared. %s."
                .formatted(
                        over,
                        condition == null
                                ? "Give the condition '" + example + "'"
                                : "Add 'and " + example + "' to the condition");
    }

    private static String listed(Set<Long> values) {
        return values.stream().limit(MOST_NAMED).map("%,d"::formatted).collect(Collectors.joining(", "))
                + (values.size() > MOST_NAMED ? " and " + (values.size() - MOST_NAMED) + " more" : "");
    }

    /** The counts of those data sets that have several. */
    private static SortedSet<Long> different(TrialTable trials, String count) {
        TrialColumn dataset = trials.required("dataset");
        Map<Cell, Set<Long>> values = new TreeMap<>(Cell.order(false));
        for (int line : scored(trials)) {
            if (trials.cell(line, trials.required(count)) instanceof Cell.Whole whole) {
                values.computeIfAbsent(trials.cell(line, dataset), unseen -> new TreeSet<>())
                        .add(whole.value());
            }
        }
        return values.values().stream()
                .filter(each -> each.size() > 1)
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> scored(TrialTable trials) {
        return IntStream.range(0, trials.trials())
                .filter(line -> trials.cell(line, trials.required(COUNTS.get(0))) != Cell.Nothing.HERE)
                .boxed()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static int validated(TrialTable trials) {
        if (!trials.names().contains(VALIDATION)) {
            return 0;
        }
        ConditionText source = new ConditionText(VALIDATION + " is not missing");
        Selection lines = new Matching(source, trials).lines(ConditionReader.read(source));
        return (int) scored(trials).stream().filter(lines::contains).count();
    }
}
