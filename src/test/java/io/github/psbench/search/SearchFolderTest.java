package io.github.psbench.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchFolderTest {
    private static final Path RESULTS = Path.of("results");

    private static String name(List<String> queries, String... apart) {
        return SearchFolder.of(RESULTS, "4d98c9618072", queries, List.of(apart)).toString();
    }

    @Test
    void aQueryGivesItsFolderItsName() {
        assertThat(name(List.of("gender=female, upper-colour=red|blue")))
                .isEqualTo("results/search/4d98c9618072-gender-female-upper-colour-red-blue");
    }

    @Test
    void otherSearchesHaveOtherFoldersAndTheSameHasTheSame() {
        assertThat(List.of(
                        name(List.of("hat=yes")),
                        name(List.of("hat=yes"), "/pictures"),
                        name(List.of("hat=yes"), "FREQUENT"),
                        name(List.of("hat=yes", "hat=no")),
                        name(List.of("hat=yes-hat=no")),
                        name(List.of("a=" + "b".repeat(300))),
                        name(List.of("a=" + "b".repeat(301)))))
                .doesNotHaveDuplicates();
        assertThat(name(List.of("hat=yes", "hat=no"))).isEqualTo(name(List.of("hat=yes", "hat=no")));
    }

    @Test
    void noQueryLeadsOutOfTheFolder() {
        for (String query : List.of("../../etc=x", "/etc=/x", "a=\u0000", "帽子=有", "a\nb=c")) {
            Path folder = SearchFolder.of(RESULTS, "4d98", List.of(query), List.of());
            assertThat(folder.getParent()).as(query).isEqualTo(Path.of("results/search"));
            assertThat(folder.getFileName().toString()).as(query).matches("4d98[a-z0-9-]*");
        }
    }
}
