package io.github.psbench.cli;

import io.github.psbench.run.StoredTrials;
import io.github.psbench.run.TrialFolder;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "compare",
        description = {
            "Compares two trials: the settings that differ, as the first has them and as the second, what differs in where they ran, their"
                    + " scores side by side, and how the loss and, with a validation split, its rank-1 went over the epochs.",
            "Trials that are not done are compared as far as they are."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  psbench runs compare 4d98c961 07ab33f2", "  psbench runs compare 4d98c961 07ab33f2 --ascii"})
final class RunsCompareCommand implements Callable<Integer> {
    private static final int WIDEST = 120;

    @Parameters(index = "0", paramLabel = "A", description = StoreOption.ID)
    private String first = "";

    @Parameters(index = "1", paramLabel = "B", description = "Likewise.")
    private String second = "";

    @Option(names = "--ascii", description = "Draw with stars, where the terminal's font has no braille characters.")
    private boolean ascii;

    @Mixin
    private StoreOption store = new StoreOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        StoredTrials trials = store.trials();
        TrialComparison comparison =
                TrialComparison.of(new TrialFolder(trials.find(first)), new TrialFolder(trials.find(second)));
        PrintWriter out = command.commandLine().getOut();
        switch (format.chosen()) {
            case JSON -> out.println(comparison.json());
            case TEXT ->
                out.print(comparison.text(Math.min(WIDEST, command.commandLine().getUsageHelpWidth()), ascii));
        }
        return 0;
    }
}
