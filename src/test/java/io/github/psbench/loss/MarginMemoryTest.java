package io.github.psbench.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MarginMemoryTest {
    private static final Path STATUS = Path.of("/proc/self/status");

    /** In a process of its own, whose greatest size the system keeps. Differences as n x n x K would be 10 GB each, matrices of all pairs 100 MB. */
    @Test
    void fiveThousandCategoriesOf105BitsFitInSixHundredMegabytes() throws Exception {
        assumeTrue(Files.isReadable(STATUS), "only Linux tells the greatest size of a process");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MarginMemoryTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(Long.parseLong(printed.strip())).as("kB").isBetween(150_000L, 600_000L);
    }

    public static void main(String[] arguments) throws IOException {
        int categories = 5_000;
        int bits = 105;
        Random random = new Random(1);
        try (NDManager manager = NDManager.newBaseManager()) {
            float[] p = new float[categories * bits];
            for (int i = 0; i < p.length; i++) {
                p[i] = random.nextInt(10) == 0 ? 1 : 0;
            }
            float[] rows = new float[categories * 128];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = (float) random.nextGaussian();
            }
            CategoryMargins margins = new SemanticMargin(
                            6, new PaperDelta(), new LearnedWeights(1, 0.25), SemanticMargin.Mean.ATTACHED)
                    .over(manager.create(p, new Shape(categories, bits)), List.of(bits));
            NDArray prototypes = manager.create(rows, new Shape(categories, 128));
            NDArray w = manager.ones(new Shape(bits));
            prototypes.setRequiresGradient(true);
            w.setRequiresGradient(true);
            try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                gradients.backward(margins.value(UnitRows.of(prototypes), w));
            }
            if (!Float.isFinite(prototypes.getGradient().sum().getFloat()
                    + w.getGradient().sum().getFloat())) {
                throw new IllegalStateException("the gradient is not finite");
            }
        }
        String peak = Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .findFirst()
                .orElseThrow();
        System.out.println(peak.replaceAll("\\D", ""));
    }
}
