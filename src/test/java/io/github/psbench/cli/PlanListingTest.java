package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialState;
import io.github.psbench.spec.Choices;
import io.github.psbench.spec.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanListingTest {
    @TempDir
    private Path folder;

    private Experiment experiment(String seeds, String sweep) throws IOException {
        Path file = folder.resolve("sweep.yaml");
        Files.writeString(
                file,
                "title: T\ndefaults: {protocol: paper}\ndatasets: {synthped: {}}\nrows: {A: {}, B: {}}\nseeds: " + seeds
                        + "\nsweep: " + sweep + "\n");
        return Experiment.read(file, Choices.NONE);
    }

    private String sweep(String written) throws IOException {
        return SweepListing.text(Objects.requireNonNull(experiment("0", written).sweep()));
    }

    /** Those of an even seed wait. */
    private static List<TrialOutcome> outcomes(Experiment experiment) {
        return experiment.trials().stream()
                .map(spec -> new TrialOutcome(
                        spec,
                        "0123456789abcdef",
                        spec.seed() % 2 == 0 ? TrialState.PENDING : TrialState.NO_DATA,
                        null,
                        null,
                        null))
                .toList();
    }

    @Test
    void axesAndPointsAreTold() throws IOException {
        assertThat(sweep("{product: {loss.asmr.lambda: [0, 4, 6], flip: [true]}}"))
                .isEqualTo("""
                        Sweep of 3 points, 3 x 1
                          loss.asmr.lambda, 3 values: 0, 4, 6
                          flip, 1 value: true

                        """);
        assertThat(sweep("{product: {flip: [true, false]}, zip: {training.epochs: [1, 2], training.batch: [8, 4]},"
                        + " rows: [{}, {flip: true}], exclude: [{flip: true, training.epochs: 2}]}"))
                .isEqualTo("""
                        Sweep of 5 points, 3 of 2 x 2, 2 by hand
                          flip, 2 values: true, false
                          training.epochs with training.batch, 2 values: 1 with 8, 2 with 4

                        """);
        assertThat(sweep("{product: {flip: [true, false]}, rows: [{}]}")).startsWith("Sweep of 3 points, 1 by hand\n");
        assertThat(sweep("{product: {flip: [true, false]}, exclude: [{flip: true}]}"))
                .startsWith("Sweep of 1 point, 1 of 2\n");
        assertThat(sweep("{rows: [{flip: true}]}")).isEqualTo("Sweep of 1 point, 1 by hand\n\n");
    }

    @Test
    void jsonHasAxesAndPoints() throws IOException {
        ObjectNode node = new ObjectMapper().createObjectNode();
        SweepListing.fill(
                node,
                Objects.requireNonNull(experiment("0", "{zip: {training.epochs: [1], training.batch: [8]}}")
                        .sweep()));

        assertThat(node).hasToString("""
                {"axes":[{"keys":["training.epochs","training.batch"],"values":[["1","8"]]}],\
                "points":[{"row":"A, epochs = 1, batch = 8","base":"A","values":{"training.epochs":"1","training.batch":"8"}},\
                {"row":"B, epochs = 1, batch = 8","base":"B","values":{"training.epochs":"1","training.batch":"8"}}]}""");
    }

    @Test
    void aTrialHasALine() throws IOException {
        assertThat(TrialListing.text(outcomes(experiment("8..9", "{product: {training.epochs: [1]}}"))))
                .isEqualTo("""
                        trial         row            data set  seed  state
                        0123456789ab  A, epochs = 1  synthped  8     pending
                        0123456789ab  A, epochs = 1  synthped  9     no data
                        0123456789ab  B, epochs = 1  synthped  8     pending
                        0123456789ab  B, epochs = 1  synthped  9     no data
                        """);
    }

    @Test
    void ofManyTrialsARowHasALine() throws IOException {
        assertThat(TrialListing.text(outcomes(experiment("0..24", "{product: {training.epochs: [1, 12]}}"))))
                .hasLineCount(101);
        assertThat(TrialListing.text(outcomes(experiment("0..25", "{product: {training.epochs: [1, 12]}}"))))
                .isEqualTo("""
                        row             data set  trials
                        A, epochs = 1   synthped  13 pending, 13 no data
                        A, epochs = 12  synthped  13 pending, 13 no data
                        B, epochs = 1   synthped  13 pending, 13 no data
                        B, epochs = 12  synthped  13 pending, 13 no data
                        """);
    }
}
