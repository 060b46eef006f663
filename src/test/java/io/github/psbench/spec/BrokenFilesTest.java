package io.github.psbench.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in the folder "broken" against what expected.txt says that a user is told about it. */
class BrokenFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/io/github/psbench/spec/broken");
    private static final String HEADING = "=== ";

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyMistakeIsReportedAtItsPlace(String file) throws IOException {
        Failure failure =
                catchThrowableOfType(Failure.class, () -> Experiment.read(FOLDER.resolve(file), Choices.NONE));

        assertThat(failure).as("%s was read", file).isNotNull();
        assertThat(failure.kind()).isEqualTo(ErrorKind.USAGE);
        String told = String.valueOf(failure.getMessage()).replace(FOLDER + "/", "");
        assertThat(told).isEqualTo(expected().get(file));
    }

    @Test
    void nothingIsExpectedOfFilesThatAreNotThere() throws IOException {
        assertThat(expected().keySet()).containsExactlyElementsOf(files());
    }

    private static Map<String, String> expected() throws IOException {
        Map<String, String> expected = new LinkedHashMap<>();
        String file = "";
        for (String line : Files.readAllLines(FOLDER.resolve("expected.txt"))) {
            if (line.startsWith(HEADING)) {
                file = line.substring(HEADING.length());
            } else {
                expected.merge(file, line, (above, below) -> above + "\n" + below);
            }
        }
        return expected;
    }
}
