package io.github.psbench.export.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private final TrialTable table = SmallTable.usual();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "seed = 0                                            | a0 b0 c0 d0",
                "seed != 0                                           | a1 a2",
                "seed < 1                                            | a0 b0 c0 d0",
                "seed<=1                                             | a0 a1 b0 c0 d0",
                "rank1 > 58                                          | a0 b0",
                "rank1 >= 58.0                                       | a0 a2 b0",
                "rank1 = 9.25                                        | c0",
                "rank1 = 925e-2                                      | c0",
                "row = Ours                                          | a0 a1 a2",
                "row = ours                                          | ",
                "row contains OURS                                   | a0 a1 a2 b0",
                "row = 'Ours, lambda = 2'                            | b0",
                "'row' = \"MA to CosFace\"                           | d0",
                "row contains ' to '                                 | d0",
                "flip = true                                         | a0 a1 a2 b0 d0",
                "flip != true                                        | ",
                "loss.asmr.lambda = 6                                | a0 a1 a2",
                "state = failed                                      | d0",
                "seed = 0 and rank1 > 60 or row = Baseline           | a0 b0 c0",
                "row = Baseline or seed = 0 and rank1 > 60           | a0 b0 c0",
                "seed = 0 and (rank1 > 60 or row = Baseline)         | a0 b0 c0",
                "(seed = 0) AND NOT (rank1 > 60 OR row = Baseline)   | d0",
                "not not seed = 1                                    | a1",
                "not seed = 0 or seed = 0                            | a0 a1 a2 b0 c0 d0",
                "finished < 2026-11-25                               | ",
            })
    void selectsWhatItSays(String condition, String ids) {
        assertThat(SmallTable.ids(table, condition)).isEqualTo(ids == null ? List.of() : List.of(ids.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        // no ASMR: none; lambda: only where there is ASMR; scores: only where it is done
        "loss.asmr is missing, c0 d0",
        "loss.asmr is not missing, a0 a1 a2 b0",
        "not loss.asmr is missing, a0 a1 a2 b0",
        "loss.asmr = none, c0 d0",
        "loss.asmr != none, a0 a1 a2 b0",
        "loss.asmr = given, a0 a1 a2 b0",
        "loss.asmr.lambda is missing, c0 d0",
        "loss.asmr.form is missing, c0 d0",
        "loss.asmr.lambda != 6, b0",
        "not loss.asmr.lambda = 6, b0 c0 d0",
        "not loss.asmr.lambda != 6, a0 a1 a2 c0 d0",
        "flip is missing, c0",
        "flip != false, a0 a1 a2 b0 d0",
        "rank1 is missing, d0",
        "rank1 < 1000, a0 a1 a2 b0 c0",
        "rank1 != 1000, a0 a1 a2 b0 c0",
    })
    void whatIsMissingMeetsNoComparison(String condition, String ids) {
        assertThat(SmallTable.ids(table, condition)).containsExactly(ids.split(" "));
    }

    /** As in a store that has only trials with ASMR, where loss.asmr is nothing but the beginning of keys. */
    @Test
    void aGroupIsThereWhereAnyKeyBelowItIs() {
        TrialTable groups = new SmallTable()
                .with("{'id': 'a'}", "{'loss': {'asmr': {'form': {'name': 'paper'}}}}")
                .with("{'id': 'b'}", "{'loss': {'alignment': {'name': 'ma'}}}")
                .table();
        assertThat(SmallTable.ids(groups, "loss.asmr is missing")).containsExactly("b");
        assertThat(SmallTable.ids(groups, "loss.asmr.form is not missing")).containsExactly("a");
        assertThat(SmallTable.ids(groups, "loss is missing")).isEmpty();
        assertThatThrownBy(() -> SmallTable.ids(groups, "loss.asmr = none"))
                .hasMessageContaining(
                        "'loss.asmr' stands for the settings below it; compare one of these, or ask whether it is missing:"
                                + " loss.asmr.form.");
    }

    @Test
    void aRowOfTheNameNoneIsThere() {
        TrialTable rows =
                new SmallTable().with("{'id': 'a', 'row': 'none'}", "{}").table();
        assertThat(SmallTable.ids(rows, "row is missing")).isEmpty();
        assertThat(SmallTable.ids(rows, "row = none")).containsExactly("a");
    }

    @Test
    void timesAreComparedAsMoments() {
        TrialTable times = new SmallTable()
                .with("{'id': 'a', 'finished': '2026-11-24T23:59:59Z'}", "{}")
                .with("{'id': 'b', 'finished': '2026-11-25T00:00:00Z'}", "{}")
                .with("{'id': 'c'}", "{}")
                .table();
        assertThat(SmallTable.ids(times, "finished < 2026-11-25")).containsExactly("a");
        assertThat(SmallTable.ids(times, "finished >= 2026-11-25T01:00:00+01:00"))
                .containsExactly("b");
        assertThatThrownBy(() -> SmallTable.ids(times, "finished > yesterday"))
                .hasMessageContaining("expected a day such as 2026-11-25");
        assertThatThrownBy(() -> SmallTable.ids(times, "finished = 2026-11-25"))
                .hasMessageContaining("finished holds times and is compared with < or <= or > or >=, not with =");
    }

    @Test
    void wholeNumbersAreComparedToTheLastDigit() {
        TrialTable seeds = new SmallTable()
                .with("{'id': 'a', 'seed': 9007199254740993}", "{}")
                .with("{'id': 'b', 'seed': 9007199254740992}", "{}")
                .table();
        assertThat(SmallTable.ids(seeds, "seed = 9007199254740993")).containsExactly("a");
        assertThat(SmallTable.ids(seeds, "seed < 9007199254740993")).containsExactly("b");
    }

    @Test
    void quotesHoldAnything() {
        TrialTable rows = new SmallTable()
                .with("{'id': 'a', 'row': 'It\\u0027s \\u0022and\\u0022 (so) on'}", "{}")
                .table();
        assertThat(SmallTable.ids(rows, "row = 'It''s \"and\" (so) on'")).containsExactly("a");
        assertThat(SmallTable.ids(rows, "row = \"It's \"\"and\"\" (so) on\"")).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "loss.asmr.lamda = 6       |  1 | there is no column 'loss.asmr.lamda'; did you mean 'loss.asmr.lambda'?",
                "seed = 0 and lambda = 6   | 14 | did you mean 'loss.asmr.lambda'?",
                "mAP > 5                   |  1 | did you mean 'map'?",
                "xyzzy > 5                 |  1 | there is no column 'xyzzy'. `psbench runs query --columns`",
                "loss = 5                  |  1 | 'loss' stands for the settings below it",
                "rank1 > high              |  9 | rank1 holds numbers, got 'high'",
                "rank1 > NaN               |  9 | rank1 holds numbers, got 'NaN'",
                "rank1 > map               |  9 | a column is compared with a value, not with another column",
                "loss.asmr.lambda = none   | 20 | 'loss.asmr.lambda is missing'",
                "row < M                   |  1 | row holds text and is compared with = or != or contains, not with <",
                "seed contains 1           |  1 | seed holds numbers",
                "flip = yes                |  8 | flip holds true or false, got 'yes'",
                "row == Ours               |  5 | got '=='; write =",
                "row = Ours && seed = 0    | 12 | got '&&'; write and",
                "! seed = 0                |  1 | got '!'; write not",
                "row = MA to CosFace       | 10 | a value with spaces stands in quotes",
                "my row = Ours             |  4 | a name with spaces stands in quotes",
                "row = Ours or Baseline    | 23 | each side of 'and' and 'or' is a whole comparison",
                "row = Ours and            | 15 | expected a column (or 'not', or a parenthesis), got nothing",
                "row =                     |  6 | expected a value after =, got nothing",
                "row = not                 |  7 | expected a value after =, got 'not'",
                "and                       |  1 | expected a column (or 'not', or a parenthesis), got the word 'and'",
                "(row = Ours               |  1 | this parenthesis is not closed",
                "row = Ours)               | 11 | this parenthesis was never opened",
                "(row = Ours) seed = 0     | 14 | expected 'and', 'or' or the end, got 'seed'",
                "row = 'Ours               |  7 | the quote ' is not closed",
                "rank1 is none             | 10 | after 'is' stands 'missing' or 'not missing', got 'none'",
                "rank1 missing             |  7 | 'is missing'",
                "rank1                     |  6 | got nothing",
            })
    void aMistakeIsShownInItsPlace(String condition, int character, String message) {
        assertThatThrownBy(() -> SmallTable.ids(table, condition))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.USAGE))
                .hasMessageStartingWith("Character " + character + " of the condition: ")
                .hasMessageContaining(message)
                .hasMessageEndingWith("%n  %s%n  %s^".formatted(condition, " ".repeat(character - 1)));
    }

    @Test
    void theCaretStandsBelowWideAndInvisibleCharacters() {
        assertThatThrownBy(() -> SmallTable.ids(table, "row = '東京\u202e' and x = 1"))
                .hasMessageContaining("Character 17 of the condition")
                .hasMessageEndingWith("%n  row = '東京\\u202E' and x = 1%n  %s^".formatted(" ".repeat(23)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t\n"})
    void anEmptyConditionIsNoneForgotten(String condition) {
        assertThatThrownBy(() -> SmallTable.ids(table, condition)).hasMessageContaining("The condition is empty");
    }

    @Test
    void noConditionIsTooLongOrTooDeepForTheStack() {
        assertThat(SmallTable.ids(table, "seed = 1" + " or seed = 1".repeat(5_000)))
                .containsExactly("a1");
        assertThat(SmallTable.ids(table, "(".repeat(100) + "seed = 1" + ")".repeat(100)))
                .containsExactly("a1");
        for (String deep : List.of("(", "not ", "not(")) {
            assertThatThrownBy(() -> SmallTable.ids(table, deep.repeat(50_000) + "seed = 1"))
                    .hasMessageContaining("at most 100");
        }
    }

    @Test
    void theLawsOfLogicHold() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            String a = random(random, 3);
            String b = random(random, 3);
            List<String> all = SmallTable.ids(table, "id is not missing");
            List<String> holds = SmallTable.ids(table, a);
            List<String> rest = new ArrayList<>(all);
            rest.removeAll(holds);
            assertThat(SmallTable.ids(table, "not (" + a + ")"))
                    .as("seed %d: not (%s)", seed, a)
                    .isEqualTo(rest);
            assertThat(SmallTable.ids(table, "(" + a + ") and (" + b + ")"))
                    .as("seed %d: (%s) and (%s)", seed, a, b)
                    .isEqualTo(SmallTable.ids(table, "not (not (" + a + ") or not (" + b + "))"));
            List<String> both = new ArrayList<>(holds);
            both.retainAll(SmallTable.ids(table, b));
            assertThat(SmallTable.ids(table, "(" + b + ") and (" + a + ")"))
                    .as("seed %d: (%s) and (%s)", seed, b, a)
                    .isEqualTo(both);
        }
    }

    @Test
    void unequalIsNotEqualAndThere() {
        for (String test : List.of(
                "seed = 1",
                "rank1 = 70",
                "loss.asmr.lambda = 6",
                "flip = true",
                "row = Ours",
                "loss.asmr.form.name = paper")) {
            String column = test.substring(0, test.indexOf(' '));
            assertThat(SmallTable.ids(table, test.replace("=", "!=")))
                    .as(test)
                    .isEqualTo(SmallTable.ids(table, "not " + test + " and " + column + " is not missing"));
        }
    }

    private static String random(Random random, int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(4)) {
            case 1 -> "(" + random(random, depth - 1) + " or " + random(random, depth - 1) + ")";
            case 2 -> "(" + random(random, depth - 1) + " and " + random(random, depth - 1) + ")";
            case 3 -> "not " + random(random, depth - 1);
            default ->
                List.of(
                                "seed < 1",
                                "rank1 != 50",
                                "loss.asmr.lambda >= 3",
                                "loss.asmr is missing",
                                "row contains o",
                                "flip = true",
                                "map is not missing")
                        .get(random.nextInt(7));
        };
    }
}
