package io.github.psbench.data.synthped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.psbench.data.synthped.Dice.Purpose;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class CrowdTest {
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L);
    private static final List<Sample> SAMPLES = SEEDS.stream()
            .flatMap(seed -> Stream.of(Size.values()).map(size -> new Sample(seed, size, Crowd.of(seed, size))))
            .toList();

    /** A crowd and what failures call it. */
    private record Sample(long seed, Size size, Crowd crowd) {
        @Override
        public String toString() {
            return size + ", seed " + seed;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SMALL, 2400, 1260, 150, 60, 68, 12",
        "MEDIUM, 8000, 4320, 500, 180, 255, 45",
        "LARGE, 80000, 20400, 2000, 680, 145, 25"
    })
    void hasAsManyImagesAndCategoriesAsItsPageSays(
            Size size, int train, int gallery, int categories, long seen, long near, long far) {
        for (Sample sample : SAMPLES) {
            if (sample.size == size) {
                Crowd crowd = sample.crowd;
                assertThat(crowd.train()).as("%s", sample).hasSize(train);
                assertThat(crowd.gallery()).as("%s", sample).hasSize(gallery);
                assertThat(categories(crowd.train())).as("%s", sample).hasSize(categories);
                assertThat(distances(crowd)).as("%s", sample).isEqualTo(Map.of(0, seen, 1, near, 2, far));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void noPersonIsInBothSplitsAndEachHasOneCategoryAndSeveralImages(Sample sample) {
        Set<Integer> both = people(sample.crowd.train());
        both.retainAll(people(sample.crowd.gallery()));
        assertThat(both).as("%s", sample).isEmpty();
        for (List<Shot> split : List.of(sample.crowd.train(), sample.crowd.gallery())) {
            split.stream().collect(Collectors.groupingBy(Shot::person)).forEach((person, shots) -> {
                assertThat(categories(shots))
                        .as("%s, person %d", sample, person)
                        .hasSize(1);
                assertThat(shots).as("%s, person %d", sample, person).hasSizeBetween(2, 14);
            });
        }
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void everyCategoryHasSeveralPeopleInBothSplits(Sample sample) {
        sample.crowd.gallery().stream()
                .collect(Collectors.groupingBy(Shot::attributes))
                .forEach((category, shots) ->
                        assertThat(people(shots)).as("%s, %s", sample, category).hasSizeBetween(2, 4));
        sample.crowd.train().stream()
                .collect(Collectors.groupingBy(Shot::attributes))
                .forEach((category, shots) -> {
                    assertThat(people(shots)).as("%s, %s", sample, category).hasSizeGreaterThanOrEqualTo(2);
                    assertThat(shots).as("%s, %s", sample, category).hasSizeGreaterThanOrEqualTo(13);
                });
    }

    @Test
    void categoriesOfTheSmallSizeHaveAsManyImagesEach() {
        for (long seed : SEEDS) {
            Crowd crowd = Crowd.of(seed, Size.SMALL);
            assertThat(images(crowd.train()).values()).as("seed %d", seed).containsOnly(16L);
            assertThat(images(crowd.gallery()).values()).as("seed %d", seed).containsOnly(9L);
        }
    }

    @Test
    void valuesOfTheLargeSizeAreAsFrequentAsTheModelSays() {
        Dice dice = Dice.of(4, Purpose.PERSON, 0);
        Map<String, Double> expected = shares(
                Stream.generate(() -> Cooccurrence.draw(dice)).limit(50_000).toList());
        for (Sample sample : SAMPLES) {
            if (sample.size == Size.LARGE) {
                Map<String, Double> found = shares(
                        sample.crowd.train().stream().map(Shot::attributes).toList());
                expected.forEach((value, share) -> assertThat(found.getOrDefault(value, 0.0))
                        .as("%s, %s", sample, value)
                        .isCloseTo(share, within(0.04)));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void namesAreUniqueAndNumbersCountThroughBothSplits(Sample sample) {
        Set<String> names = new HashSet<>();
        int number = 0;
        for (List<Shot> split : List.of(sample.crowd.train(), sample.crowd.gallery())) {
            for (Shot shot : split) {
                assertThat(names.add(shot.name()))
                        .as("%s, %s", sample, shot.name())
                        .isTrue();
                assertThat(shot.index()).as("%s, %s", sample, shot.name()).isEqualTo(number);
                number++;
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void largerSizesBeginWithTheCategoriesOfSmallerOnes(long seed) {
        List<Attributes> medium =
                List.copyOf(categories(Crowd.of(seed, Size.MEDIUM).train()));
        assertThat(medium.subList(0, 150))
                .as("seed %d", seed)
                .containsExactlyElementsOf(categories(Crowd.of(seed, Size.SMALL).train()));
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void anotherSeedHasOtherCategories(long seed) {
        assertThat(categories(Crowd.of(seed, Size.SMALL).train()))
                .as("seed %d", seed)
                .isNotEqualTo(categories(Crowd.of(seed + 1, Size.SMALL).train()));
    }

    /** How many categories of the gallery are how far from the nearest training one. */
    private static Map<Integer, Long> distances(Crowd crowd) {
        Set<Attributes> train = categories(crowd.train());
        return categories(crowd.gallery()).stream()
                .collect(Collectors.groupingBy(
                        category -> train.stream()
                                .mapToInt(category::distance)
                                .min()
                                .orElseThrow(),
                        Collectors.counting()));
    }

    private static Set<Attributes> categories(Collection<Shot> shots) {
        return shots.stream().map(Shot::attributes).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Integer> people(Collection<Shot> shots) {
        return shots.stream().map(Shot::person).collect(Collectors.toSet());
    }

    private static Map<Attributes, Long> images(Collection<Shot> shots) {
        return shots.stream().collect(Collectors.groupingBy(Shot::attributes, Collectors.counting()));
    }

    /** The share of each value, such as "0 OLD": the group's number and the value. */
    private static Map<String, Double> shares(List<Attributes> people) {
        Map<String, Double> shares = new TreeMap<>();
        for (Attributes person : people) {
            for (int group = 0; group < person.values().size(); group++) {
                shares.merge(group + " " + person.values().get(group), 1.0 / people.size(), Double::sum);
            }
        }
        return shares;
    }
}
