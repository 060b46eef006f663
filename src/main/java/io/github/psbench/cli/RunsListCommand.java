package io.github.psbench.cli;

import io.github.psbench.run.StoredTrial;
import io.github.psbench.run.TrialState;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        description = {
            "Lists the trials of a store, a line each: the beginning of its id, what it is, its state, rank-1 and mAP in percent, and when it"
                    + " was finished, or how far it is, or why it failed.",
            "It reads the store alone, no experiment file. Trials from before psbench kept what they belong to have no experiment and no row."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  psbench runs list",
            "  psbench runs list --rows ours --datasets market1501",
            "  psbench runs list --from table2 --state failed,partial",
            "  psbench runs list --results results-lambda4 --format json"
        })
final class RunsListCommand implements Callable<Integer> {
    @Mixin
    private TrialFilter filter = new TrialFilter();

    @Option(
            names = "--state",
            paramLabel = "STATE",
            split = ",",
            description = "Only these states: pending, partial, running, done, failed; separated by commas.")
    private Set<TrialState> states = Set.of();

    @Mixin
    private StoreOption store = new StoreOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        List<StoredTrial> all = store.trials().all();
        List<StoredTrial> chosen = all.stream()
                .filter(filter)
                .filter(trial -> states.isEmpty() || states.contains(trial.state()))
                .toList();
        PrintWriter out = command.commandLine().getOut();
        switch (format.chosen()) {
            case JSON -> out.println(RunsListing.json(chosen));
            case TEXT -> {
                if (chosen.isEmpty()) {
                    out.println(
                            all.isEmpty()
                                    ? "There are no trials in " + store.results() + "."
                                    : "None of the " + all.size() + " trials in " + store.results() + " is like that.");
                } else {
                    out.print(RunsListing.text(chosen));
                }
            }
        }
        return 0;
    }
}
