package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.Encoding;
import io.github.psbench.data.Market1501;
import io.github.psbench.data.SmallMarket;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDescribeTest {
    @TempDir
    private Path root;

    @Test
    void tellsFactsAsJson() throws IOException {
        JsonNode facts = new ObjectMapper().readTree(facts().json());
        assertThat(facts.get("name").asText()).isEqualTo("market1501");
        assertThat(facts.get("attributes").asInt()).isEqualTo(27);
        assertThat(facts.get("groups").asInt()).isEqualTo(10);
        assertThat(facts.get("bits").asInt()).isEqualTo(39);
        assertThat(facts.get("trainCategories").asInt()).isEqualTo(2);
        assertThat(facts.get("trainImages").asInt()).isEqualTo(4);
        assertThat(facts.get("queryCategories").asInt()).isEqualTo(2);
        assertThat(facts.get("unseenCategories").asInt()).isEqualTo(1);
        assertThat(facts.get("galleryImages").asInt()).isEqualTo(4);
        assertThat(facts.get("digest").asText()).matches("[0-9a-f]{64}");
    }

    @Test
    void tellsFactsToPeople() throws IOException {
        assertThat(facts().text())
                .startsWith("market1501\n")
                .contains("27 in 10 groups, 39 bits")
                .containsPattern("query categories +2, of them 1 that no train image has")
                .containsPattern("bag +none, backpack, bag, handbag");
    }

    @Test
    void endsWithThreeWhereDataAreMissing() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Psbench.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "data",
                "describe",
                "market1501",
                "--format",
                "json",
                "--data",
                root.resolve("nowhere").toString());
        assertThat(exitCode).isEqualTo(3);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("market1501 is not complete below " + root.resolve("nowhere"));
    }

    private DatasetFacts facts() throws IOException {
        Places places = new Places(root.resolve("data"), root.resolve("cache"));
        new SmallMarket(places.data().resolve("Market-1501")).write();
        return new DatasetFacts(
                new Market1501(Encoding.PATTERNS, Market1501.Labels.CATEGORY).load(places, Progress.SILENT));
    }
}
