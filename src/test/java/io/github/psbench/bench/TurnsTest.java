package io.github.psbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final StringWriter out = new StringWriter();

    @Test
    void itIsReadyAfterItsWarmUpAndAnswersEachLineUntilThereIsNone() throws Exception {
        List<String> done = new ArrayList<>();
        Workload work = Workload.repeating(2, () -> done.add(out.toString().isEmpty() ? "warm-up" : "sample"));

        work.run(turns("\n\n\n"));

        assertThat(done).containsExactly("warm-up", "warm-up", "sample", "sample", "sample");
        List<JsonNode> said = said();
        assertThat(said).hasSize(4);
        assertThat(said.get(0).get("ready").asBoolean()).isTrue();
        assertThat(said.get(0).get("version").asText()).isEqualTo("a test");
        for (JsonNode sample : said.subList(1, 4)) {
            assertThat(sample.get("seconds").asDouble()).isPositive();
            assertThat(sample.get("peak_bytes").asLong()).isNotNegative();
        }
    }

    @Test
    void aTurnTakesFromTheLineUntilItIsDone() throws Exception {
        Turns turns = turns("\n");
        assertThat(turns.next()).isTrue();
        long begun = System.nanoTime();
        Thread.sleep(20);
        double atLeast = (System.nanoTime() - begun) / 1e9;
        turns.done();
        assertThat(said().get(1).get("seconds").asDouble()).isGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void aPartOfATurnMayBeWhatIsMeasured() throws Exception {
        Turns turns = turns("\n");
        assertThat(turns.next()).isTrue();
        turns.done(0.25);
        assertThat(turns.next()).isFalse();
        assertThat(said().get(1).get("seconds").asDouble()).isEqualTo(0.25);
    }

    private Turns turns(String lines) {
        return new Turns(new BufferedReader(new StringReader(lines)), new PrintWriter(out), "a test");
    }

    private List<JsonNode> said() throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }
}
