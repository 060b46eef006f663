package io.github.psbench.report.page;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's Chromium. Where there is none, and apt may be used, it is installed, once; elsewhere the tests are skipped and say why. */
final class Chromium {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int INSTALLATION_MINUTES = 8;
    private static final String WAIT_FOR_OTHERS = "-oDPkg::Lock::Timeout=120";

    private Chromium() {}

    static Path executable() throws IOException, InterruptedException {
        Optional<Path> found = find(NAMES);
        if (found.isEmpty()) {
            install();
            found = find(NAMES);
        }
        Assumptions.assumeTrue(found.isPresent(), "Chromium was installed, but is not in PATH");
        return found.orElseThrow();
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void install() throws IOException, InterruptedException {
        Optional<Path> apt = find(List.of("apt-get"));
        Assumptions.assumeTrue(
                apt.isPresent() && isRoot(),
                "there is no Chromium in PATH, and only root can install Debian's: apt-get install chromium");
        run(apt.orElseThrow(), WAIT_FOR_OTHERS, "update", "-q");
        run(apt.orElseThrow(), WAIT_FOR_OTHERS, "install", "-y", "-q", "--no-install-recommends", "chromium");
    }

    private static void run(Path program, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Arrays.stream(arguments))
                        .toList());
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        Path log = Files.createTempFile("chromium-installation", ".log");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        boolean ended = process.waitFor(INSTALLATION_MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        Assumptions.assumeTrue(
                ended && process.exitValue() == 0,
                "there is no Chromium in PATH, and apt-get could not install it; its log is " + log);
    }

    private static Optional<Path> find(List<String> names) {
        List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator));
        return names.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
