package io.github.psbench.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.base.Progress;
import io.github.psbench.run.Cost;
import io.github.psbench.run.Plan;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialState;
import io.github.psbench.spec.Experiment;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "plan",
        description = "Lists an experiment's trials and how far each is. Trains nothing.",
        footer = {
            "",
            "Examples:",
            "  psbench plan experiments/table2.yaml",
            "  psbench plan experiments/table2.yaml --profile compact --data ~/data --format json"
        })
final class PlanCommand implements Callable<Integer> {
    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Experiment experiment = options.experiment();
        return StopSignal.during(
                command.commandLine().getErr(), "Nothing was planned.", progress -> print(experiment, progress));
    }

    private int print(Experiment experiment, Progress progress) throws IOException {
        Plan plan = options.plan(experiment, progress);
        List<TrialOutcome> outcomes = plan.outcomes();
        Cost cost = plan.cost();
        PrintWriter out = command.commandLine().getOut();
        out.print(
                format.chosen() == OutputFormat.JSON
                        ? json(experiment, outcomes, cost)
                        : text(experiment, outcomes, cost));
        out.flush();
        return 0;
    }

    private static String json(Experiment experiment, List<TrialOutcome> outcomes, Cost cost) throws IOException {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode plan = json.createObjectNode();
        plan.put("experiment", experiment.name());
        plan.put("profile", experiment.profile());
        ArrayNode trials = plan.putArray("trials");
        for (TrialOutcome outcome : outcomes) {
            ObjectNode trial = trials.addObject();
            trial.put("id", outcome.id());
            trial.put("row", outcome.spec().row());
            trial.put("dataset", outcome.spec().dataset());
            trial.put("seed", outcome.spec().seed());
            trial.put("state", inWords(outcome.state()));
            if (outcome.reason() != null) {
                trial.put("reason", outcome.reason());
            }
        }
        CostText.write(cost, plan.putObject("cost"));
        return json.writeValueAsString(plan) + "\n";
    }

    private static String text(Experiment experiment, List<TrialOutcome> outcomes, Cost cost) {
        StringBuilder text = new StringBuilder();
        text.append(String.format("%s, profile %s%n%n", experiment.title(), experiment.profile()));
        int row = Math.max(
                3,
                outcomes.stream().mapToInt(o -> o.spec().row().length()).max().orElse(0));
        int dataset = Math.max(
                8,
                outcomes.stream()
                        .mapToInt(o -> o.spec().dataset().length())
                        .max()
                        .orElse(0));
        String line = "%-12s  %-" + row + "s  %-" + dataset + "s  %5s  %s%n";
        text.append(String.format(line, "trial", "row", "data set", "seed", "state"));
        for (TrialOutcome outcome : outcomes) {
            String id = outcome.id() == null ? "-" : outcome.id().substring(0, 12);
            text.append(String.format(
                    line,
                    id,
                    outcome.spec().row(),
                    outcome.spec().dataset(),
                    outcome.spec().seed(),
                    inWords(outcome.state())));
        }
        outcomes.stream()
                .filter(outcome -> outcome.reason() != null)
                .map(outcome -> String.format(
                        "%n%s, %s: %s%n", outcome.spec().dataset(), inWords(outcome.state()), outcome.reason()))
                .distinct()
                .forEach(text::append);
        return text.append('\n')
                .append(CostText.spent(cost.spent()))
                .append(CostText.due(cost.due()))
                .toString();
    }

    private static String inWords(TrialState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
