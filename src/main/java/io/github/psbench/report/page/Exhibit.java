package io.github.psbench.report.page;

import io.github.psbench.report.figure.Figures;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.run.TrialState;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.TrialSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An experiment, as far as it has been run, with its figures drawn.
 *
 * @param file the experiment file, as it is named on the command line
 * @param options of the command line that chose a part of it, such as "--profile", "compact"
 * @param outcomes one for each trial of the experiment, in its order
 */
public record Exhibit(
        Path file, List<String> options, Experiment experiment, List<TrialOutcome> outcomes, Figures.Written figures) {
    public Exhibit {
        options = List.copyOf(options);
        outcomes = List.copyOf(outcomes);
    }

    /** "21 of 21 trials finished". */
    public String progress() {
        return "%d of %d trials finished".formatted(finished().size(), outcomes.size());
    }

    List<TrialOutcome> finished() {
        return outcomes.stream()
                .filter(outcome -> outcome.state() == TrialState.DONE)
                .toList();
    }

    /** The trials' data sets whose pictures are seen in a figure and show real people, one trial of each. */
    Stream<TrialSpec> peopleShown() {
        return figures.figures().stream()
                .filter(Figures.Drawn::realPeople)
                .map(Figures.Drawn::dataset)
                .distinct()
                .flatMap(dataset -> experiment.trials().stream()
                        .filter(trial -> trial.dataset().equals(dataset))
                        .limit(1));
    }
}
