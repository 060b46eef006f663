package io.github.psbench.cli;

import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import io.github.psbench.base.WholeFile;
import io.github.psbench.export.query.Answer;
import io.github.psbench.export.query.Query;
import io.github.psbench.export.query.TrialTable;
import io.github.psbench.run.StoredTrial;
import io.github.psbench.run.TrialState;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "query",
        description = {
            "Finds the finished trials of a store that meet a condition on what they are, what they were run with and what they came to; lists"
                    + " them, or groups and averages them.",
            "A condition compares columns with values: =, !=, <, <=, >, >=, contains, 'is missing', 'is not missing', joined by and, or, not and"
                    + " parentheses. Names and values with spaces stand in quotes. A comparison, != too, never holds for a trial that has no"
                    + " such value; 'not' takes all trials that what follows does not hold for. A setting that is none is missing."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  psbench runs query 'rank1 >= 57 and validation is missing' --sort -rank1",
            "  psbench runs query \"row = 'MA to CosFace' and seed < 2\"",
            "  psbench runs query 'loss.asmr is missing' --by row,dataset",
            "  psbench runs query 'loss.asmr.lambda = 6 and not row contains MA' --show row,seed,loss.asmr.form.name,map",
            "  psbench runs query --by row --show rank1,rank1_unseen,trainingSeconds --sort -rank1",
            "  psbench runs query --from table4 --by row --pivot seed --show map",
            "  psbench runs query 'validation is missing' --by loss.alignment.name,loss.asmr --out losses.csv",
            "  psbench runs query --columns"
        })
final class RunsQueryCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "CONDITION",
            description = "What trials are to meet, as one argument in quotes. Default: all trials.")
    private List<String> conditions = List.of();

    @Option(
            names = "--show",
            paramLabel = "COLUMN[,COLUMN...]",
            split = ",",
            description =
                    "The columns to show; with --by, the numbers to average. Default: what the trial is, rank1, map, and the columns of"
                            + " the condition; with --by, rank1 and map.")
    private List<String> show = List.of();

    @Option(
            names = "--by",
            paramLabel = "COLUMN[,COLUMN...]",
            split = ",",
            description =
                    "Show a line for all trials with the same values in these columns: how many they are (n), and mean and sample"
                            + " standard deviation of the columns shown.")
    private List<String> by = List.of();

    @Option(
            names = "--pivot",
            paramLabel = "COLUMN",
            description =
                    "With --by: make a column of each value of this one, with mean and sample standard deviation in the cells.")
    private @Nullable String pivot;

    @Option(
            names = "--sort",
            paramLabel = "[-]COLUMN[,...]",
            split = ",",
            description =
                    "Sort by these columns; with a minus the greatest come first. What is missing comes last. Default: by experiment,"
                            + " row, data set and seed; groups by their values.")
    private List<String> sort = List.of();

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N lines. Default: all.")
    private int limit = Integer.MAX_VALUE;

    @Option(names = "--columns", description = "List the columns that there are, with what the trials have in them.")
    private boolean columns;

    @Option(
            names = "--all",
            description = "Ask unfinished and failed trials too. They have a state and settings, but no scores.")
    private boolean all;

    @Mixin
    private TrialFilter filter = new TrialFilter();

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "text for people, rounded; csv or json, unrounded. Default: what the ending of --out says, else text.")
    private @Nullable QueryFormat format;

    @Option(names = "--out", paramLabel = "FILE", description = "Write to this file. Default: standard output.")
    private @Nullable Path file;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        if (conditions.size() > 1) {
            throw Failure.usage(
                    "The condition must be one argument, got %d: put it in quotes, as in psbench runs query \"%s\".",
                    conditions.size(), String.join(" ", conditions).replace('"', '\''));
        }
        if (!Files.isDirectory(store.results())) {
            throw Failure.usage("%s is not a folder. Name the folder of results with --results.", store.results());
        }
        if (columns && !(show.isEmpty() && by.isEmpty() && pivot == null && sort.isEmpty())) {
            throw Failure.usage(
                    "--columns lists columns alone. Leave out --show, --by, --pivot and --sort, or --columns.");
        }
        Query query = new Query(conditions.isEmpty() ? null : conditions.get(0), show, by, pivot, sort, limit);
        PrintWriter err = command.commandLine().getErr();
        return StopSignal.during(err, "Nothing was written.", progress -> answer(query, progress));
    }

    private int answer(Query query, Progress progress) {
        List<StoredTrial> asked = store.trials().all().stream().filter(filter).toList();
        List<String> notes = new ArrayList<>();
        asked.stream()
                .filter(trial -> !all && trial.hasDamagedScores())
                .map(trial -> "Trial %1$s is left out: %2$s. `psbench runs rm %1$s` removes it."
                        .formatted(trial.shortId(), trial.reason()))
                .forEach(notes::add);
        TrialTable table = TrialTable.of(
                asked.stream()
                        .filter(trial -> all || trial.state() == TrialState.DONE)
                        .toList(),
                progress,
                notes);
        Answer answer = columns ? query.columns(table) : query.over(table);
        PrintWriter err = command.commandLine().getErr();
        notes.forEach(err::println);
        answer.hints().forEach(err::println);
        QueryFormat chosen = format == null ? QueryFormat.of(file) : format;
        String text =
                switch (chosen) {
                    case TEXT -> text(answer);
                    case CSV -> answer.csv();
                    case JSON -> answer.json();
                };
        if (file == null) {
            command.commandLine().getOut().print(text);
        } else {
            WholeFile.write(file, text);
            err.printf("%s (%s): %s%n", file, inWords(chosen), answer.footer(trials()));
        }
        return 0;
    }

    private String text(Answer answer) {
        if (answer.isEmpty()) {
            return answer.asked() == 0
                    ? "There are no %s in %s that were asked for.%n".formatted(trials(), store.results())
                    : "None of the %,d %s in %s is like that.%n".formatted(answer.asked(), trials(), store.results());
        }
        return AlignedText.of(answer.text()) + answer.footer(trials()) + "\n";
    }

    private static String inWords(QueryFormat format) {
        return switch (format) {
            case TEXT -> "text; --format or the ending .csv or .json chooses another format";
            case CSV -> "CSV";
            case JSON -> "JSON";
        };
    }

    private String trials() {
        return all ? "trials" : "finished trials";
    }
}
