package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.data.SmallMarket;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DataDescribeCommandTest {
    @TempDir
    private Path root;

    @BeforeEach
    void makeFolder() throws IOException {
        new SmallMarket(root.resolve("Market-1501-v15.09.15")).write();
    }

    @Test
    void printsFactsAsJson() throws IOException {
        JsonNode facts = new ObjectMapper().readTree(describe("--format", "json"));
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
    void printsFactsForPeople() {
        assertThat(describe())
                .contains("27 in 10 groups, 39 bits")
                .containsPattern("query categories +2, of them 1 that no train image has")
                .containsPattern("bag +none, backpack, bag, handbag");
    }

    private String describe(String... options) {
        StringWriter out = new StringWriter();
        int exitCode = new CommandLine(new DataDescribeCommand(root.resolve("cache")))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .execute(java.util.stream.Stream.concat(
                                java.util.stream.Stream.of("market1501", "--data", root.toString()),
                                java.util.Arrays.stream(options))
                        .toArray(String[]::new));
        assertThat(exitCode).isZero();
        return out.toString();
    }
}
