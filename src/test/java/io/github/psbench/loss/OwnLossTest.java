package io.github.psbench.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.psbench.settings.SettingsReader;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A loss takes one class, and one word where losses are listed: the example of the README is added so, in a copy of this package. */
final class OwnLossTest {
    private static final String NAME = "SigmoidPairs.java";
    private static final Path EXAMPLE = Path.of("src/test/resources/io/github/psbench/loss", NAME);
    private static final Path SOURCES = Path.of("src/main/java/io/github/psbench/loss");
    private static final String PACKAGE = "io.github.psbench.loss.";

    @TempDir
    Path folder;

    @Test
    void isReadFromFilesAndHasTheGradientOfFiniteDifferences() throws Exception {
        addToACopy();
        Path file = Files.writeString(
                folder.resolve("loss.yaml"), "alignment: {name: sigmoid-pairs, scale: 6, bias: -3}\nasmr: none\n");

        try (Changed changed = new Changed(compiled());
                NDManager manager = NDManager.newBaseManager()) {
            Class<? extends Record> type = changed.loadClass(PACKAGE + "Loss").asSubclass(Record.class);
            Record loss = SettingsReader.read(file, type);
            Object alignment = type.getMethod("alignment").invoke(loss);
            Method method = changed.loadClass(PACKAGE + "AlignmentLoss")
                    .getMethod("value", NDArray.class, NDArray.class, long.class);
            assertThat(alignment).hasToString("SigmoidPairs[scale=6.0, bias=-3.0]");

            double[][] cosines = new double[4][3];
            Random random = new Random(9);
            for (double[] row : cosines) {
                for (int k = 0; k < row.length; k++) {
                    row[k] = 2 * random.nextDouble() - 1;
                }
            }
            int[] classes = {2, 0, 1, 2};
            NDArray labels = manager.create(new long[] {2, 0, 1, 2});
            NDArray point = manager.create(cosines);
            assertThat(value(method, alignment, point, labels).getDouble())
                    .as("seed 9")
                    .isCloseTo(plainly(cosines, classes), within(1e-8));
            Differentiation.assertGradient(point, 1e-6, "seed 9", moved -> value(method, alignment, moved, labels));
        }
    }

    @Test
    void standsInTheReadmeAsItIs() throws IOException {
        String block = Files.readAllLines(EXAMPLE).stream()
                .map(line -> line.isEmpty() ? "" : "    " + line)
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(Path.of("README.md"))).contains("\n\n" + block + "\n\n");
    }

    private void addToACopy() throws IOException {
        Path copy = Files.createDirectories(sources());
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Files.copy(EXAMPLE, copy.resolve(NAME));
        Path list = copy.resolve("AlignmentLoss.java");
        String listed = Files.readString(list);
        assertThat(listed).containsOnlyOnce("permits ").containsOnlyOnce("SphereFace {");
        Files.writeString(list, listed.replace("SphereFace {", "SphereFace, SigmoidPairs {"));
        compile(copy);
    }

    private void compile(Path copy) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
                Stream<Path> files = Files.list(copy)) {
            List<String> options = new ArrayList<>(List.of("-proc:none", "--release", "17", "-d"));
            options.add(Files.createDirectories(compiled()).toString());
            options.add("-cp");
            options.add(System.getProperty("java.class.path"));
            StringWriter said = new StringWriter();
            boolean done = compiler.getTask(
                            said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files.toList()))
                    .call();
            assertThat(done).as(said.toString()).isTrue();
        }
    }

    private Path sources() {
        return folder.resolve("sources");
    }

    private Path compiled() {
        return folder.resolve("classes");
    }

    private static NDArray value(Method method, Object loss, NDArray cosines, NDArray labels) {
        try {
            return (NDArray) method.invoke(loss, cosines, labels, 0L);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double plainly(double[][] cosines, int[] labels) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            for (int k = 0; k < cosines[i].length; k++) {
                double logit = 6 * cosines[i][k] - 3;
                double likelihood = 1 / (1 + Math.exp(-logit));
                sum -= Math.log(k == labels[i] ? likelihood : 1 - likelihood);
            }
        }
        return sum / labels.length;
    }

    /** Takes the package of losses from a folder, where it has another one, and all else from the program. */
    private static final class Changed extends URLClassLoader {
        Changed(Path classes) throws IOException {
            super(new URL[] {classes.toUri().toURL()}, OwnLossTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!name.startsWith(PACKAGE)) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
