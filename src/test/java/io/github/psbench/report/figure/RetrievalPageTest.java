package io.github.psbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.report.chart.Gallery;
import io.github.psbench.report.figure.RetrievalResults.Asked;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.TrialSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrievalPageTest {
    private static final String TWO_ROWS = """
            seeds: [0, 1]
            figures: [retrieval]
            rows: {"Without <b>": {loss.asmr: none}, Ours: {}}
            datasets: {people: {data: {name: csv-folder, path: people}}}
            """;
    private static final String ONE_ROW = TWO_ROWS.replace("\"Without <b>\": {loss.asmr: none}, ", "");

    @TempDir
    private Path folder;

    @Test
    void theNumbersAreThoseOfTheRankingOfEachRow() throws IOException {
        SmallStore small = store(TWO_ROWS, "{query: ['gender=female, upper-colour=red'], top: 3}");
        finish(small, "Without <b>", 1, true);
        finish(small, "Ours", 0, false);
        finish(small, "Ours", 1, false);
        FigurePage page = page(small);
        // Worked out by hand: the query is (-1, 0), and images 2 and 3 are relevant.
        assertThat(page.csv()).isEqualTo("""
                dataset,row,seed,query,attributes,seen,relevant images,AP,first relevant rank,rank,image,score,relevant
                people,Without <b>,1,1,"gender female, upper colour red",no,2,26.666666666666668,5,1,gallery/0.png,1.0,no
                people,Without <b>,1,1,"gender female, upper colour red",no,2,26.666666666666668,5,2,gallery/5.png,0.7071067811865475,no
                people,Without <b>,1,1,"gender female, upper colour red",no,2,26.666666666666668,5,3,gallery/1.png,0.0,no
                people,Ours,1,1,"gender female, upper colour red",no,2,100.0,1,1,gallery/3.png,1.0,yes
                people,Ours,1,1,"gender female, upper colour red",no,2,100.0,1,2,gallery/2.png,0.8944271909999159,yes
                people,Ours,1,1,"gender female, upper colour red",no,2,100.0,1,3,gallery/1.png,0.0,no
                """);
    }

    @Test
    void theDrawIsStableAndFollowsFrom() throws IOException {
        List<Integer> drawn = drawn("{queries: 5}");
        assertThat(drawn).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        assertThat(drawn("{queries: 5}")).isEqualTo(drawn);
        assertThat(drawn("{queries: 2}")).isEqualTo(drawn.subList(0, 2));
        assertThat(drawn("{queries: 5, seed: 2}")).isNotEqualTo(drawn);
        assertThat(drawn("{from: seen}")).containsExactlyInAnyOrder(0, 3);
        assertThat(drawn("{from: unseen}")).containsExactlyInAnyOrder(1, 2, 4);
    }

    @Test
    void theRuleIsTold() throws IOException {
        FigurePage page = page(trained("{queries: 2, from: unseen, seed: 7}"));
        assertThat(page.notes())
                .containsExactly(
                        "queries: 2 of the 3 query categories that no training image has (of 5), drawn at random with"
                                + " seed 7, none chosen by hand");
        assertThat(((Gallery) page.charts().get(0)).caption())
                .singleElement()
                .asString()
                .contains("seed 7");
        assertThat(page.title()).isEqualTo("Search results on people, categories unseen in training");
    }

    @Test
    void whatAQueryLeavesOpenIsTheCategoryWithMostImages() throws IOException {
        SmallStore small = trained("{query: [gender=female]}");
        RetrievalResults results = RetrievalResults.of(input(small, small.experiment()));
        Asked query = results.queries().get(0);
        assertThat(query.index()).isEqualTo(2);
        assertThat(query.relevant()).isEqualTo(2);
        assertThat(query.attributes())
                .containsExactly(
                        new RetrievalResults.Attribute("gender", "female", true),
                        new RetrievalResults.Attribute("upper colour", "red", false));
        assertThat(results.notes())
                .containsExactly(
                        "query 'gender=female' leaves attributes open: of the 3 query categories that are as asked, that with"
                                + " most images in the gallery is shown");
    }

    @Test
    void ofCategoriesWithAsManyImagesTheFirstIsTaken() throws IOException {
        assertThat(drawn("{query: ['gender=male', 'upper-colour=blue']}")).containsExactly(0, 1);
        assertThat(drawn("{query: ['gender=female, upper-colour=blue'], from: all}"))
                .containsExactly(3);
    }

    @Test
    void aQueryThatNobodyAnswersIsAMistakeThatSaysWhatIsNear() throws IOException {
        assertThatThrownBy(() -> drawn("{query: ['gender=male, upper-colour=red'], from: unseen}"))
                .isInstanceOf(Failure.class)
                .hasMessage(
                        "query 'gender=male, upper-colour=red': no query category of small that no training image has is like"
                                + " that. The nearest that there is has upper-colour=blue; ask for that, or leave more open.");
        assertThatThrownBy(() -> drawn("{query: [gendre=male]}"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("did you mean 'gender'?");
    }

    @Test
    void queriesAreCheckedBeforeAnythingIsTrained() throws IOException {
        Experiment experiment = store(ONE_ROW, "{}").experiment().asking(List.of("upper-colour=green"));
        assertThatThrownBy(() -> Figures.check(experiment, spec -> SmallSearch.people()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("upper colour has no value 'green'");
        Figures.check(experiment, SmallStore::noPeople);
    }

    @Test
    void rowsShowTheFirstSeedThatAllHaveFinished() throws IOException {
        SmallStore small = store(TWO_ROWS, "{queries: 1}");
        finish(small, "Ours", 0, false);
        assertThat(page(small).notes()).contains("row 'Without <b>' has no finished trial");
        finish(small, "Without <b>", 1, true);
        assertThat(page(small).notes())
                .contains("its rows have no finished seed in common, so each shows its own first");
        finish(small, "Ours", 1, false);
        assertThat(RetrievalResults.of(input(small, small.experiment()))
                        .queries()
                        .get(0)
                        .rows())
                .extracting(RetrievalResults.OfRow::seed)
                .containsExactly(1L, 1L);
    }

    @Test
    void whereNothingIsToBeSeenThereIsANote() throws IOException {
        SmallStore small = store(ONE_ROW, "{}");
        assertThat(page(small).notes()).containsExactly("no trial is finished");
        small.finish("Ours", "people", 0, 40);
        assertThat(page(small).notes())
                .contains(
                        "row 'Ours' is left out: its finished trial has no queries.safetensors and gallery.safetensors");
        assertThat(page(small).isEmpty()).isTrue();
    }

    @Test
    void imagesThatAreNotToBeHadAreToldAndNothingIsDrawn() throws IOException {
        SmallStore small = trained("{}");
        FigurePage page = RetrievalPage.of(input(small, small.experiment(), SmallStore::noPeople));
        assertThat(page.isEmpty()).isTrue();
        assertThat(page.notes())
                .containsExactly("row 'Ours' is left out: its pictures are not to be had: people is not there");
    }

    @Test
    void picturesOfRealPeopleGoIntoAFolderThatGitIgnores() throws IOException {
        Figures.Written written = write(trained("{queries: 2}"));
        Path apart = folder.resolve("figures/private");
        assertThat(written.files())
                .containsExactly(
                        apart.resolve("small-people.csv"),
                        apart.resolve("small-people.png"),
                        apart.resolve("small-people.svg"));
        assertThat(Files.readAllLines(apart.resolve(".gitignore"))).contains("*");
        assertThat(written.notes()).anySatisfy(note -> assertThat(note)
                .startsWith("Figure retrieval of people: it shows pictures of real people, so it lies in " + apart));
    }

    @Test
    void drawnPeopleMayBeShownToAnybody() throws IOException {
        SmallStore small = store(
                ONE_ROW.replace("people: {data: {name: csv-folder, path: people}}", "synthped: {}"), "{queries: 2}");
        SmallSearch.write(small.finish("Ours", "synthped", 0, 40), false);
        assertThat(write(small).files()).contains(folder.resolve("figures/small-synthped.png"));
        assertThat(folder.resolve("figures/private")).doesNotExist();
    }

    @Test
    void hostileNamesStayText() throws IOException {
        FigurePage page = page(trained("{queries: 5}"));
        assertThat(page.csv()).doesNotContain("\u202E").contains("upper colour =<script>&\\u202E");
        assertThat(Files.readString(write(trained("{queries: 5}")).files().get(2)))
                .doesNotContain("<script");
    }

    @Test
    void aDamagedSearchIsToldWithItsTrial() throws IOException {
        SmallStore small = store(ONE_ROW, "{}");
        SmallSearch.write(small.finish("Ours", "people", 0, 40), false);
        PersonDataset whole = SmallSearch.people();
        PersonDataset other = new PersonDataset(
                "small", whole.schema(), whole.train(), whole.gallery().subList(0, 3), whole.digests(), null);
        assertThatThrownBy(() -> RetrievalPage.of(input(small, small.experiment(), spec -> other)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("it has 5 queries and 6 images, its data set has 3 and 3");
    }

    private List<Integer> drawn(String retrieval) throws IOException {
        SmallStore small = trained(retrieval);
        return RetrievalResults.of(input(small, small.experiment())).queries().stream()
                .map(Asked::index)
                .toList();
    }

    private SmallStore trained(String retrieval) throws IOException {
        SmallStore small = store(ONE_ROW, retrieval);
        finish(small, "Ours", 0, false);
        return small;
    }

    private SmallStore store(String rest, String retrieval) throws IOException {
        return new SmallStore(folder, rest + "retrieval: " + retrieval + "\n");
    }

    private static void finish(SmallStore small, String row, long seed, boolean turned) throws IOException {
        SmallSearch.write(small.finish(row, "people", seed, 40), turned);
    }

    private static FigurePage page(SmallStore small) {
        return RetrievalPage.of(input(small, small.experiment()));
    }

    private static FigureInput input(SmallStore small, Experiment experiment) {
        return input(small, experiment, spec -> SmallSearch.people());
    }

    private static FigureInput input(
            SmallStore small, Experiment experiment, Function<TrialSpec, PersonDataset> people) {
        return new FigureInput(
                experiment,
                "people",
                Figures.finished(small.outcomes(), "people"),
                new TrialFiles(small.store()),
                people,
                Progress.SILENT);
    }

    private Figures.Written write(SmallStore small) {
        return Figures.write(
                small.experiment(),
                small.outcomes(),
                small.store(),
                spec -> SmallSearch.people(),
                folder.resolve("figures"),
                Progress.SILENT);
    }
}
