package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script, in a folder of its own with a Maven that writes down its calls and a Java that prints its arguments. */
final class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            [ "$1" != -version ] || { echo 'openjdk version "17.0.2" 2022-01-18' >&2; exit; }
            for argument; do echo "<$argument>"; done
            echo "in $(pwd)"; echo "DJL_CACHE_DIR $DJL_CACHE_DIR"
            """;
    private static final String MAVEN = """
            #!/bin/sh
            echo "$@" >>calls
            sleep 0.3
            mkdir -p target/lib
            echo jar >target/psbench.jar
            """;

    @TempDir
    private Path temporary;

    private Path project;
    private Path tools;

    @BeforeEach
    void layOut() throws IOException {
        project = Files.createDirectories(temporary.resolve("a project"));
        tools = Files.createDirectories(temporary.resolve("tools"));
        Files.copy(Path.of("psbench"), project.resolve("psbench"));
        Files.createDirectories(project.resolve("src/main"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Files.writeString(project.resolve("src/main/A.java"), "class A {}");
        script("java", JAVA);
        script("mvn", MAVEN);
    }

    @Test
    void argumentsArriveAsTheyWereGivenAndTheFolderIsTheCallers() throws Exception {
        Ended ended = launch("run", "my table.yaml", "--set", "a=*", "");
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        assertThat(ended.out())
                .endsWith("<" + project.resolve("target/psbench-run.jar")
                        + ">\n<run>\n<my table.yaml>\n<--set>\n<a=*>\n<>\nin " + temporary.toRealPath()
                        + "\nDJL_CACHE_DIR " + temporary + "/cache/engine\n");
        assertThat(ended.err()).startsWith("building psbench ...");
    }

    @Test
    void itBuildsOnlyWhatIsNotUpToDate() throws Exception {
        launch("--help");
        assertThat(launch("--help").err()).isEmpty();
        assertThat(calls()).hasSize(1);
        Files.setLastModifiedTime(
                project.resolve("src/main/A.java"), FileTime.fromMillis(System.currentTimeMillis() + 1000));
        assertThat(launch("--help").err()).isEqualTo("building psbench ...\n");
        assertThat(calls()).hasSize(2);
    }

    @Test
    void whoeverComesDuringABuildWaitsForIt() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            processes.add(start(Map.of(), project.resolve("psbench"), "--help"));
        }
        for (Process process : processes) {
            assertThat(Ended.of(process).exitCode()).isZero();
        }
        assertThat(calls()).hasSize(1);
    }

    @Test
    void itIsFoundThroughLinks() throws Exception {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), Path.of("a project/psbench"));
        Path further = Files.createSymbolicLink(temporary.resolve("further"), link);
        Ended ended = Ended.of(start(Map.of(), further, "--help"));
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        assertThat(ended.out()).contains("<" + project.resolve("target/psbench-run.jar") + ">");
    }

    @Test
    void optionsOfTheUserComeAfterItsOwn() throws Exception {
        Ended ended = Ended.of(start(Map.of("PSBENCH_JAVA_OPTS", "-Xmx8g -Da=*"), project.resolve("psbench")));
        assertThat(ended.out()).containsSubsequence("<-Xmx2g>\n", "<-Xmx8g>\n<-Da=*>\n<-jar>\n");
    }

    @Test
    void aFailedBuildShowsWhatMavenComplainedOf() throws Exception {
        script("mvn", "#!/bin/sh\necho '[INFO] dull'\necho '[ERROR] A.java:[1,1] no'\necho '  more'\nexit 1\n");
        Ended ended = launch("--help");
        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(ended.err())
                .contains("[ERROR] A.java:[1,1] no\n  more\n", "psbench: the build failed")
                .doesNotContain("dull");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void anOldJavaIsRefusedWithWhatToDo() throws Exception {
        script("java", "#!/bin/sh\necho 'java version \"1.8.0_292\"' >&2\n");
        Ended ended = launch("--help");
        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(ended.err()).contains("is Java 1, 17 or later is needed", "JAVA_HOME");
    }

    @Test
    void aWrongJavaHomeIsNamed() throws Exception {
        Ended ended = Ended.of(start(Map.of("JAVA_HOME", "/no/such/jdk"), project.resolve("psbench")));
        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(ended.err()).contains("JAVA_HOME is /no/such/jdk");
    }

    private void script(String name, String text) throws IOException {
        Path file = Files.writeString(tools.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(project.resolve("calls"));
    }

    private Ended launch(String... arguments) throws Exception {
        return Ended.of(start(Map.of(), project.resolve("psbench"), arguments));
    }

    private Process start(Map<String, String> environment, Path launcher, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_HOME", "DJL_CACHE_DIR", "PSBENCH_JAVA_OPTS"));
        builder.environment().put("PSBENCH_CACHE", temporary.resolve("cache").toString());
        builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private record Ended(int exitCode, String out, String err) {
        /** What these processes print fits into the pipes. */
        static Ended of(Process process) throws Exception {
            return new Ended(
                    process.waitFor(),
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                    new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
