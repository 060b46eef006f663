package io.github.psbench.report.table;

import io.github.psbench.spec.Experiment;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A claim and what is known of it.
 *
 * @param contrasts one for each data set of the experiment and each row that the claim is against
 * @param published what the paper's own numbers say, only where both are printed
 */
record TestedClaim(Experiment.Claim claim, List<Contrast> contrasts, List<PublishedDifference> published) {
    /** @param points better minus than */
    record PublishedDifference(String dataset, String than, double points) {}

    TestedClaim {
        contrasts = List.copyOf(contrasts);
        published = List.copyOf(published);
    }

    /** The claim holds on a data set if it holds against each row. */
    Verdict on(String dataset) {
        return Verdict.ofAll(contrasts.stream()
                .filter(contrast -> contrast.dataset().equals(dataset))
                .map(Contrast::verdict)
                .toList());
    }

    /** The claim holds if it holds on each data set. */
    Verdict overall() {
        return Verdict.ofAll(contrasts.stream().map(Contrast::verdict).toList());
    }

    /** "2/3": on two of the paper's three data sets its numbers are in the claimed order. */
    String inPaper() {
        Collection<Boolean> agreements = publishedAgreements().values();
        return agreements.isEmpty()
                ? "–"
                : agreements.stream().filter(Boolean::booleanValue).count() + "/" + agreements.size();
    }

    /** By data set of the paper: whether the better row is above each of the others that have a number there. */
    Map<String, Boolean> publishedAgreements() {
        return published.stream()
                .collect(Collectors.toMap(
                        PublishedDifference::dataset,
                        difference -> difference.points() > 0,
                        Boolean::logicalAnd,
                        LinkedHashMap::new));
    }
}
