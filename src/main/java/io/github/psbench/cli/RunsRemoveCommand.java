package io.github.psbench.cli;

import io.github.psbench.base.Failure;
import io.github.psbench.report.text.PlainText;
import io.github.psbench.run.StoredTrial;
import io.github.psbench.run.StoredTrials;
import io.github.psbench.run.TrialFolder;
import io.github.psbench.run.TrialRemoval;
import java.io.Console;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "rm",
        description = {
            "Removes trials with all that they have left, scores and logs included, after saying what. A trial that a process is at is"
                    + " refused, and then none is removed. Pretrained backbones stay.",
            "The next `psbench run` of an experiment that has such a trial runs it again."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  psbench runs rm 4d98c961", "  psbench runs rm 4d98c961 07ab33f2 --yes"})
final class RunsRemoveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", arity = "1..*", description = StoreOption.ID)
    private List<String> ids = List.of();

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask. Needed where there is no terminal to ask on.")
    private boolean yes;

    @Mixin
    private StoreOption store = new StoreOption();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    @SuppressWarnings(
            "SystemConsoleNull") // never null from Java 22 on; the answer is then the next line of standard input, and
    // "no" at its end
    public Integer call() {
        Console console = System.console();
        return remove(console == null ? null : console::readLine);
    }

    /** @param ask gives the answer to a question, null where there is no more input; null itself where nobody can be asked */
    int remove(@Nullable Function<String, @Nullable String> ask) {
        StoredTrials trials = store.trials();
        TrialRemoval removal = new TrialRemoval(store.store());
        List<StoredTrial> chosen = ids.stream().map(trials::find).distinct().toList();
        chosen.forEach(removal::requireIdle);
        PrintWriter out = command.commandLine().getOut();
        for (StoredTrial trial : chosen) {
            long bytes = new TrialFolder(trial)
                    .files().values().stream().mapToLong(Long::longValue).sum();
            out.println(
                    "%s: %s in %s".formatted(PlainText.of(RunsListing.inWords(trial)), Size.of(bytes), trial.folder()));
        }
        out.flush();
        if (!yes && !agreed(ask, chosen.size())) {
            out.println("Nothing was removed.");
            return 0;
        }
        chosen.forEach(removal::remove);
        out.println("Removed " + counted(chosen.size()) + ".");
        return 0;
    }

    private static boolean agreed(@Nullable Function<String, @Nullable String> ask, int trials) {
        if (ask == null) {
            throw Failure.usage(
                    "Nothing was removed, since there is no terminal to ask on. Give --yes to remove without asking.");
        }
        String answer = ask.apply("Remove " + counted(trials) + "? [y/N] ");
        return answer != null && answer.strip().matches("(?i)y|yes");
    }

    private static String counted(int trials) {
        return trials + (trials == 1 ? " trial" : " trials");
    }
}
