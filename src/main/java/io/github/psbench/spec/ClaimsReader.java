package io.github.psbench.spec;

import io.github.psbench.settings.Located;
import io.github.psbench.settings.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the claims of an experiment file, which are about its rows. */
record ClaimsReader(ExperimentFile declared, Problems problems) {
    List<Experiment.Claim> claims() {
        List<Experiment.Claim> claims = new ArrayList<>();
        for (ExperimentFile.Claim claim : declared.claims()) {
            Located.Scalar better = claim.better();
            Selection.check("row", better.text(), better.place(), declared.rows(), problems);
            claims.add(new Experiment.Claim(claim.name(), better.text(), than(better.text(), claim.than())));
        }
        return List.copyOf(claims);
    }

    /** The rows that a claim is about besides the better one. */
    private List<String> than(String better, Located written) {
        if (written instanceof Located.Mapping) {
            problems.add(written.place(), "than must be a row or a list of rows, got %s", written.described());
            return List.of();
        }
        Set<String> than =
                Selection.read("row", written, declared.rows(), problems).keySet();
        if (than.contains(better)) {
            problems.add(written.place(), "a claim must compare two rows, got '%s' twice", better);
        } else if (written instanceof Located.Sequence list && list.items().isEmpty()) {
            problems.add(written.place(), "than must name at least one row");
        }
        return List.copyOf(than);
    }
}
