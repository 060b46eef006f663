package io.github.psbench.bench;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ComparisonTest {
    private static final Benchmark BENCHMARK = new Benchmark("nothing", 1, "images", turns -> {}, null);

    @TempDir
    private Path folder;

    @Test
    void aRatioIsOfTurnsThatFollowedEachOther() {
        Comparison comparison = new Comparison(BENCHMARK, samples(1, 2, 4, 1), samples(2, 2, 2, 4));
        // 2, 1, 0.5, 4; the medians' ratio would be 2 / 1.5.
        assertThat(requireNonNull(comparison.ratio())).isEqualTo(new Samples.Spread(1.5, 0.875, 2.5));
        assertThat(samples(4, 1, 2, 3, 5).spread()).isEqualTo(new Samples.Spread(3, 2, 4));
        assertThat(samples(7).spread()).isEqualTo(new Samples.Spread(7, 7, 7));
    }

    @Test
    void psbenchAloneHasNoRatio() {
        assertThat(new Comparison(BENCHMARK, samples(1, 2), null).ratio()).isNull();
    }

    private static Samples samples(double... seconds) {
        return new Samples("", Arrays.stream(seconds).boxed().toList(), 0);
    }

    @Test
    void bothSidesTakeTurns() throws Exception {
        Comparison comparison =
                Comparison.of(BENCHMARK, script("a", "1"), script("b", "3"), Map.of(), 3, Progress.SILENT);
        assertThat(Files.readString(folder.resolve("turns"))).isEqualTo("a\nb\na\nb\na\nb\n");
        assertThat(comparison.psbench()).isEqualTo(new Samples("a", List.of(1.0, 1.0, 1.0), 0));
        assertThat(comparison.peer()).isEqualTo(new Samples("b", List.of(3.0, 3.0, 3.0), 0));
        assertThat(comparison.ratio()).isEqualTo(new Samples.Spread(3, 3, 3));
    }

    /** Ctrl-C reaches the processes too. */
    @Test
    void aSideThatEndsBecauseAllIsStoppedIsNoFailure() throws Exception {
        List<String> broken = script("a", "none");
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> Comparison.of(BENCHMARK, broken, null, Map.of(), 3, Progress.SILENT));
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Comparison.of(BENCHMARK, broken, null, Map.of(), 3, (what, units) -> new Stopped()));
    }

    private static final class Stopped implements Progress.Task {
        @Override
        public void advance(long done) {
            throw new CancellationException();
        }

        @Override
        public void note(String text) {}

        @Override
        public void close() {}
    }

    private List<String> script(String name, String seconds) throws Exception {
        Path script = folder.resolve(name);
        Files.writeString(script, """
                echo '{"ready": true, "version": "%1$s"}'
                while read -r turn; do
                  echo %1$s >> '%3$s'
                  echo '{"seconds": %2$s}'
                done
                """.formatted(name, seconds, folder.resolve("turns")));
        return List.of("sh", script.toString());
    }
}
