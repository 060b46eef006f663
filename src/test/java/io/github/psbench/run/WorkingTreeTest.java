package io.github.psbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.device.ComputeDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingTreeTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderInNoRepositoryHasNoCommit() {
        WorkingTree tree = WorkingTree.of(folder);
        Assumptions.assumeTrue(tree.commit() == null, "temporary files lie in a repository here");
        assertThat(tree.isDirty()).isNull();
    }

    @Test
    void aCleanTreeLeavesNothing() throws Exception {
        repository();
        WorkingTree tree = WorkingTree.of(folder);
        assertThat(tree.commit()).matches("[0-9a-f]{40,64}");
        assertThat(tree.isDirty()).isFalse();
        assertThat(kept(tree)).isEmpty();
    }

    @Test
    void whatIsNotCommittedIsKeptStagedOrNot() throws Exception {
        repository();
        Files.writeString(folder.resolve("known.txt"), "changed é\n");
        Files.writeString(folder.resolve("staged.txt"), "new\n");
        Files.writeString(folder.resolve("unknown.txt"), "not git's\n");
        git("add", "staged.txt");
        assertThat(kept(WorkingTree.of(folder)))
                .contains("-as committed\n+changed é\n")
                .contains("+new\n")
                .doesNotContain("not git's");
    }

    @Test
    void ofManyChangesTheFirstMegabyteIsKept() throws Exception {
        repository();
        Files.writeString(folder.resolve("known.txt"), "0123456789\n".repeat(200_000));
        String kept = kept(WorkingTree.of(folder));
        assertThat(kept).hasSizeBetween(WorkingTree.MOST_BYTES, WorkingTree.MOST_BYTES + 100);
        assertThat(kept.lines().reduce((first, last) -> last))
                .hasValue("(cut off here: psbench keeps 1 MB of uncommitted changes)");
    }

    @Test
    void theEnvironmentSaysHowThisProcessWasStarted() {
        ObjectNode facts = Environment.capture(ComputeDevice.cpu(1), null).facts();
        assertThat(facts.path("javaOptions"))
                .extracting(option -> option.asText())
                .contains("-Xmx2g");
        assertThat(facts.path("gitCommit").textValue())
                .isEqualTo(WorkingTree.of(Path.of("").toAbsolutePath()).commit());
        assertThat(facts.path("command").asText()).contains("java");
        assertThat(facts.path("engineNatives").asText()).isNotEmpty();
    }

    private void repository() throws Exception {
        Assumptions.assumeTrue(git("init", "--quiet"), "git is not on this machine");
        Files.writeString(folder.resolve("known.txt"), "as committed\n");
        git("add", "known.txt");
        assertThat(git("commit", "--quiet", "-m", "first")).isTrue();
    }

    private boolean git(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "-c",
                "user.name=Someone",
                "-c",
                "user.email=someone@example.org",
                "-c",
                "commit.gpgsign=false"));
        command.addAll(Arrays.asList(arguments));
        try {
            return new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Empty where no file was written. */
    private String kept(WorkingTree tree) throws IOException {
        Path into = Files.createDirectories(folder.resolve("trial"));
        tree.keepChanges(into);
        Path file = into.resolve("changes.diff");
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
