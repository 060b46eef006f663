package io.github.psbench.spec;

import io.github.psbench.settings.Bound;
import io.github.psbench.settings.Located;
import io.github.psbench.settings.Problems;
import io.github.psbench.settings.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Seeds as they are written: a number, a range {@code 0..4} with both ends in it, or a list of such. */
final class Seeds {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,18})\\s*\\.\\.\\s*([0-9]{1,18})");
    private static final int MOST = 1000;

    private Seeds() {}

    static List<Long> read(Located written, Problems problems) {
        List<Long> seeds = new ArrayList<>();
        for (Located item : written instanceof Located.Sequence list ? list.items() : List.of(written)) {
            for (long seed : one(item, problems)) {
                if (seeds.contains(seed)) {
                    problems.add(item.place(), "seed %d is given twice", seed);
                } else {
                    seeds.add(seed);
                }
            }
        }
        if (written instanceof Located.Sequence list && list.items().isEmpty()) {
            problems.add(written.place(), "seeds must be at least one");
        }
        return seeds;
    }

    private static List<Long> one(Located item, Problems problems) {
        if (item instanceof Located.Scalar scalar) {
            Matcher range = RANGE.matcher(scalar.text());
            if (range.matches()) {
                return range(Long.parseLong(range.group(1)), Long.parseLong(range.group(2)), scalar, problems);
            }
        }
        Bound number = new Scalars(problems).read(long.class, "a seed", item);
        if (!(number.value() instanceof Long seed)) {
            return List.of();
        }
        if (seed < 0) {
            problems.add(item.place(), "a seed must be >= 0, got %d", seed);
            return List.of();
        }
        return List.of(seed);
    }

    private static List<Long> range(long first, long last, Located.Scalar scalar, Problems problems) {
        if (first > last || last - first >= MOST) {
            problems.add(
                    scalar.place(),
                    "a range of seeds must go upwards and hold at most %d, got %s",
                    MOST,
                    scalar.text());
            return List.of();
        }
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
