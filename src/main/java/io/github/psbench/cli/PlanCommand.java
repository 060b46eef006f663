package io.github.psbench.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.base.Progress;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.run.Cost;
import io.github.psbench.run.Plan;
import io.github.psbench.run.Probe;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Experiment;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "plan",
        description = {
            "Lists an experiment's trials and how far each is, and what those to be run will take, judged by finished ones like them."
                    + " Trains nothing.",
            "A trial is stale where one of the same experiment, row, data set and seed is finished, but with other settings, data, weights"
                    + " or training code: what has changed stands below the list. It is run like one that is pending.",
            "Where the experiment has a sweep, its axes and points stand first. Of more than 100 trials, those of a row on a"
                    + " data set share a line; --format json has each."
        },
        footer = {
            "",
            "Examples:",
            "  psbench plan experiments/table2.yaml",
            "  psbench plan experiments/table2.yaml --profile compact --data ~/data --format json",
            "  psbench plan experiments/sweep-lambda.yaml",
            "  psbench plan experiments/table4.yaml --profile compact --probe"
        })
final class PlanCommand implements Callable<Integer> {
    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Option(
            names = "--probe",
            description = "Makes a few steps of each kind of trial that none is finished of, to tell how long all take."
                    + " Takes about a minute a kind; nothing of it is kept.")
    private boolean probe;

    @Mixin
    private DeviceOptions devices = new DeviceOptions();

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
        ComputeDevice device = devices.devices().get(0);
        Cost cost = probe ? plan.cost(new Probe(options.data().places(), device, progress)) : plan.cost(device);
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
        if (experiment.sweep() != null) {
            SweepListing.fill(plan.putObject("sweep"), experiment.sweep());
        }
        ArrayNode trials = plan.putArray("trials");
        for (TrialOutcome outcome : outcomes) {
            ObjectNode trial = trials.addObject();
            trial.put("id", outcome.id());
            trial.put("row", outcome.spec().row());
            trial.put("dataset", outcome.spec().dataset());
            trial.put("seed", outcome.spec().seed());
            trial.put("state", TrialListing.inWords(outcome.state()));
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
        if (experiment.sweep() != null) {
            text.append(SweepListing.text(experiment.sweep()));
        }
        text.append(TrialListing.text(outcomes));
        text.append(TrialListing.reasons(outcomes));
        return text.append('\n')
                .append(CostText.spent(cost.spent()))
                .append(CostText.due(cost.due()))
                .append(CostText.space(cost))
                .toString();
    }
}
