package io.github.psbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.SynthPed;
import io.github.psbench.data.synthped.Size;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.eval.Retrieval;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.train.Precision;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluationsTest {
    @TempDir
    private Path folder;

    @Test
    void bothAreMeasuredAndLeaveNoFiles() throws Exception {
        Setup setup = new Setup(
                ComputeDevice.cpu(1),
                Precision.FLOAT32,
                null,
                new SynthPed(1, Size.SMALL),
                new Places(folder, folder.resolve("cache")),
                Progress.SILENT);
        for (Workload workload : new Workload[] {new Evaluations(setup, 3000), new GalleryProducts(setup, 3000)}) {
            StringWriter out = new StringWriter();
            workload.run(new Turns(new BufferedReader(new StringReader("\n\n")), new PrintWriter(out), ""));
            assertThat(out.toString().lines()).hasSize(3).last().asString().contains("seconds");
        }
        try (Stream<Path> left = Files.list(folder.resolve("cache"))) {
            assertThat(left).isEmpty();
        }
    }

    /** The same each time, and neither easy nor hopeless. */
    @Test
    void theGalleryIsAsAModelMightHaveMadeIt() throws Exception {
        RetrievalScores scores = scores(folder.resolve("a"), 60_000);
        assertThat(scores).isEqualTo(scores(folder.resolve("b"), 60_000));
        assertThat(scores.queries()).isEqualTo(RandomGallery.QUERIES);
        assertThat(scores.gallery()).isEqualTo(60_000);
        assertThat(scores.rank1()).isBetween(80.0, 99.5);
        assertThat(scores.map()).isBetween(20.0, 80.0);
    }

    private static RetrievalScores scores(Path folder, int images) throws Exception {
        try (RandomGallery files = new RandomGallery(folder, images)) {
            return Retrieval.score(files.queries(), files.gallery());
        }
    }
}
