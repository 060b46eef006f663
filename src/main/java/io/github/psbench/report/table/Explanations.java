package io.github.psbench.report.table;

import io.github.psbench.base.Name;
import io.github.psbench.data.SynthPed;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.report.statistics.PairedTest;
import io.github.psbench.report.text.Decimals;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialResult;
import io.github.psbench.spec.Experiment;
import io.github.psbench.train.Recipe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sentences around a table, plain text. */
public final class Explanations {
    private Explanations() {}

    /** What the numbers are of: experiment, profile, overrides, paper. */
    public static String caption(Experiment experiment) {
        String overrides = experiment.overrides().isEmpty() ? "" : ", with " + experiment.overridesInWords();
        String measured = "Experiment " + experiment.name() + ", profile " + experiment.profile() + overrides + ".";
        return experiment.published() == null
                ? measured + " The experiment names no published table."
                : measured + " Published numbers: " + experiment.published().table() + " of "
                        + experiment.published().paper() + ", "
                        + experiment.published().title() + ".";
    }

    /** How to read the columns and cells. */
    static List<String> of(Experiment experiment, Set<Split> splits) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "All scores are in percent, rounded half up to one decimal. R1, R5 and R10 are the shares of queries with a relevant image"
                        + " among the first 1, 5 and 10; images of equal score stand in the order of the gallery.");
        lines.add(
                "mAP is the mean of the standard average precision. mAP (trapezoid) is the mean of the trapezoidal one, which the released"
                        + " code of ASMR computes; it is never above the standard one, and the two are not to be compared.");
        if (!splits.equals(Set.of(Split.ALL))) {
            lines.add(
                    "seen: over the queries whose category some training image has; unseen: over the other queries. Both are searched in"
                            + " the whole gallery.");
        }
        if (experiment.published() != null) {
            lines.add(
                    "A published mAP stands in the column of the one that it is; where that is not known, it stands under mAP with a"
                            + " mark.");
        }
        lines.add(
                "Measured cells are mean ± sample standard deviation (ddof = 1) over the n finished trials, one a seed; with n = 1 there is"
                        + " no deviation. A row without a finished trial says the worst that became of one. Published rows are as the paper prints them; – is what it does not print.");
        if (experiment.reference() != null) {
            lines.add(Significance.ABOVE + " is significantly above and " + Significance.BELOW
                    + " significantly below the reference row, " + experiment.reference() + ": at level "
                    + PairedTest.LEVEL
                    + ", after Holm's correction over all rows of that column and data set that have at least two seeds in common with"
                    + " it. "
                    + (experiment.claims().isEmpty() ? PairedTest.RULE : "The test is the one of the claims."));
        }
        lines.add("Seeds: " + experiment.seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ".");
        return lines;
    }

    /** How much was searched, and how often a tie had to be broken. */
    static List<String> ofData(List<TrialOutcome> outcomes) {
        Set<String> facts = new LinkedHashSet<>();
        Set<String> sizes = new LinkedHashSet<>();
        long ties = 0;
        int done = 0;
        for (TrialOutcome outcome : outcomes) {
            if (outcome.partial() != null) {
                facts.add("Partial: " + outcome.partial() + ".");
            }
            if (outcome.result() != null) {
                sizes.add(sizes(outcome.result()));
                ties += outcome.result().scores().ties();
                done++;
            }
        }
        if (done > 0) {
            facts.add(String.join("; in other trials ", sizes) + ".");
            facts.add("Ties of a relevant with an irrelevant image: " + ties
                    + (done == 1 ? " in the finished trial." : " in all " + done + " finished trials together."));
        }
        return List.copyOf(facts);
    }

    private static String sizes(TrialResult result) {
        RetrievalScores scores = result.scores();
        String sizes = scores.queries() + " queries" + parts(result) + ", " + scores.gallery() + " gallery images";
        return scores.queriesWithoutMatch() == 0
                ? sizes
                : sizes + ", " + scores.queriesWithoutMatch()
                        + " more queries left out because nothing in the gallery matches";
    }

    private static String parts(TrialResult result) {
        if (result.seen() == null && result.unseen() == null) {
            return "";
        }
        return " (" + queries(result.seen()) + " of seen categories, " + queries(result.unseen()) + " of unseen ones)";
    }

    private static int queries(@Nullable RetrievalScores scores) {
        return scores == null ? 0 : scores.queries();
    }

    /** What verdicts on claims must not be taken for. */
    static List<String> ofClaims(Experiment experiment, List<TrialOutcome> outcomes) {
        Set<String> cautions = new LinkedHashSet<>();
        Map<String, List<String>> datasetsByObstacle = new LinkedHashMap<>();
        for (String dataset : experiment.datasets()) {
            List<TrialOutcome> trials = outcomes.stream()
                    .filter(outcome -> outcome.spec().dataset().equals(dataset))
                    .toList();
            if (trials.stream().anyMatch(outcome -> outcome.spec().data() instanceof SynthPed)) {
                cautions.add(
                        "Drawn pictures: on " + dataset
                                + " claims are tested on pictures that psbench draws, which says nothing about photographs of people.");
            }
            obstacles(experiment, trials).forEach(obstacle -> datasetsByObstacle
                    .computeIfAbsent(obstacle, unseen -> new ArrayList<>())
                    .add(dataset));
        }
        datasetsByObstacle.forEach((obstacle, datasets) ->
                cautions.add("Not the paper's protocol on " + String.join(", ", datasets) + ": " + obstacle + "."));
        return List.copyOf(cautions);
    }

    /** Why a data set's numbers are not made by the paper's protocol, clauses for a "because"; empty if they are. */
    static List<String> obstacles(Experiment experiment, List<TrialOutcome> outcomes) {
        List<String> obstacles = new ArrayList<>();
        outcomes.stream()
                .map(TrialOutcome::partial)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(partial -> obstacles.add("only a part of the images was there: " + partial));
        if (!experiment.profile().equals("paper")) {
            obstacles.add("profile " + experiment.profile()
                    + " does not follow the paper's protocol (only profile paper does)");
        }
        if (!experiment.overrides().isEmpty()) {
            obstacles.add(experiment.overridesInWords() + " changes the protocol");
        }
        return obstacles;
    }

    /** What of a recipe decides whether its numbers can be held against a paper's. */
    public static String ofRecipe(Recipe recipe) {
        String weights = recipe.backbone().weights() == null
                ? "random"
                : recipe.backbone()
                        .weights()
                        .getClass()
                        .getAnnotation(Name.class)
                        .value();
        return recipe.backbone().name() + " from " + weights + " weights, input "
                + recipe.input().height() + "x" + recipe.input().width() + " (height x width), dimension "
                + recipe.embedding().dimension() + ", "
                + (recipe.pretraining() == null
                        ? "no pretraining"
                        : epochs(recipe.pretraining().epochs()) + " of pretraining")
                + ", " + epochs(recipe.training().epochs()) + " of training" + augmentation(recipe);
    }

    /** What is done to training images beyond the usual mirroring. */
    private static String augmentation(Recipe recipe) {
        return (recipe.flip() ? "" : ", no mirroring")
                + (recipe.crop() == null
                        ? ""
                        : ", random crops of images padded by " + recipe.crop().padding())
                + (recipe.erasing() == null
                        ? ""
                        : ", random erasing with probability "
                                + Decimals.exact(recipe.erasing().probability()));
    }

    private static String epochs(int count) {
        return count == 1 ? "1 epoch" : count + " epochs";
    }
}
