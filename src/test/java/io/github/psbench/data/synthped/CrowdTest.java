package io.github.psbench.data.synthped;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrowdTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void hasAsManyImagesAndCategoriesAsItsPageSays(long seed) {
        Crowd crowd = Crowd.of(seed);
        assertThat(crowd.train()).as("seed %d", seed).hasSize(2400);
        assertThat(crowd.gallery()).as("seed %d", seed).hasSize(1260);
        assertThat(categories(crowd.train())).as("seed %d", seed).hasSize(150);
        assertThat(categories(crowd.gallery())).as("seed %d", seed).hasSize(140);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void unseenCategoriesAreAsFarFromTrainingOnesAsPromised(long seed) {
        Crowd crowd = Crowd.of(seed);
        Set<Attributes> train = categories(crowd.train());
        Map<Integer, Long> distances = categories(crowd.gallery()).stream()
                .collect(Collectors.groupingBy(
                        category -> train.stream()
                                .mapToInt(category::distance)
                                .min()
                                .orElseThrow(),
                        Collectors.counting()));
        assertThat(distances).as("seed %d", seed).isEqualTo(Map.of(0, 60L, 1, 68L, 2, 12L));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noPersonIsInBothSplitsAndEachHasOneCategory(long seed) {
        Crowd crowd = Crowd.of(seed);
        Set<Integer> both = people(crowd.train());
        both.retainAll(people(crowd.gallery()));
        assertThat(both).as("seed %d", seed).isEmpty();
        byPerson(crowd.train()).values().forEach(shots -> assertThat(categories(shots))
                .as("seed %d", seed)
                .hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyCategoryHasSeveralPeopleInBothSplits(long seed) {
        Crowd crowd = Crowd.of(seed);
        for (List<Shot> split : List.of(crowd.train(), crowd.gallery())) {
            split.stream().collect(Collectors.groupingBy(Shot::attributes)).forEach((category, shots) -> assertThat(
                            people(shots))
                    .as("seed %d, %s", seed, category)
                    .hasSizeBetween(2, 4));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void namesAndNumbersOfImagesAreUnique(long seed) {
        Crowd crowd = Crowd.of(seed);
        Set<String> names = new HashSet<>();
        Set<Integer> numbers = new HashSet<>();
        for (List<Shot> split : List.of(crowd.train(), crowd.gallery())) {
            split.forEach(shot -> {
                names.add(shot.name());
                numbers.add(shot.index());
            });
        }
        assertThat(names).as("seed %d", seed).hasSize(3660);
        assertThat(numbers).as("seed %d", seed).hasSize(3660);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anotherSeedHasOtherCategories(long seed) {
        assertThat(categories(Crowd.of(seed).train()))
                .as("seed %d", seed)
                .isNotEqualTo(categories(Crowd.of(seed + 1).train()));
    }

    private static Set<Attributes> categories(Collection<Shot> shots) {
        return shots.stream().map(Shot::attributes).collect(Collectors.toSet());
    }

    private static Set<Integer> people(Collection<Shot> shots) {
        return shots.stream().map(Shot::person).collect(Collectors.toSet());
    }

    private static Map<Integer, List<Shot>> byPerson(Collection<Shot> shots) {
        return shots.stream().collect(Collectors.groupingBy(Shot::person));
    }
}
