package io.github.psbench.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.report.table.Report;
import io.github.psbench.report.table.Split;
import io.github.psbench.report.text.Json;
import io.github.psbench.report.time.TimeReport;
import io.github.psbench.run.RunStore;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialState;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.Tabled;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** The end of run and report: the experiment's tables in files and on the screen, and where the files lie. */
final class TablePrinter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Experiment experiment;
    private final List<TrialOutcome> outcomes;
    private final RunStore store;
    private final Set<Split> splits;

    TablePrinter(Experiment experiment, List<TrialOutcome> outcomes, RunStore store, Set<Split> splits) {
        this.experiment = experiment;
        this.outcomes = outcomes;
        this.store = store;
        this.splits = splits;
    }

    /** @return the files; none if no trial is done or failed */
    List<Path> write(Path folder) {
        boolean begun = outcomes.stream()
                .anyMatch(outcome -> outcome.state() == TrialState.DONE || outcome.state() == TrialState.FAILED);
        List<Path> files = new ArrayList<>();
        if (begun) {
            for (Tabled tabled : experiment.tables()) {
                files.addAll(
                        switch (tabled) {
                            case SCORES -> Report.write(experiment, outcomes, splits, folder);
                            case TIME -> times().write(folder, nameOfTimes());
                        });
            }
        }
        return files;
    }

    /** That of the experiment, unless its table of scores has it. */
    private String nameOfTimes() {
        return experiment.tables().contains(Tabled.SCORES) ? experiment.name() + "-time" : experiment.name();
    }

    void writeAndPrint(Path folder, OutputFormat format, CommandLine command) {
        List<Path> files = write(folder);
        PrintWriter out = command.getOut();
        switch (format) {
            case TEXT -> {
                for (Tabled tabled : experiment.tables()) {
                    out.print(text(tabled, command.getUsageHelpWidth()));
                    out.println();
                }
                out.println(
                        !files.isEmpty()
                                ? "Written: "
                                        + files.stream().map(Path::toString).collect(Collectors.joining(", "))
                                : "No trial is finished, so no file was written.");
            }
            case JSON -> out.print(json());
        }
        out.flush();
    }

    private String text(Tabled tabled, int columns) {
        return switch (tabled) {
            case SCORES -> Report.text(experiment, outcomes, splits, columns);
            case TIME -> times().text(columns);
        };
    }

    /** The table; of several, an object with each below its name. */
    private String json() {
        if (experiment.tables().size() == 1) {
            return json(experiment.tables().get(0));
        }
        ObjectNode all = JSON.createObjectNode();
        try {
            for (Tabled tabled : experiment.tables()) {
                all.set(tabled.name().toLowerCase(Locale.ROOT), JSON.readTree(json(tabled)));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was just written as JSON can be read", e);
        }
        return Json.text(all);
    }

    private String json(Tabled tabled) {
        return switch (tabled) {
            case SCORES -> Report.json(experiment, outcomes);
            case TIME -> times().json();
        };
    }

    private TimeReport times() {
        return TimeReport.of(experiment, outcomes, store);
    }
}
