package io.github.psbench.cli;

import io.github.psbench.base.Failure;
import io.github.psbench.spec.Experiment;
import io.github.psbench.spec.Figure;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --categories}, to be mixed into the commands that draw figures. */
final class CategoriesOption {
    private static final int PAIR = 2;

    @Option(
            names = "--categories",
            paramLabel = "ATTRIBUTES",
            description =
                    "Twice: the two categories that the figure tsne shows close up, each by its attributes, such as"
                            + " 'gender=female, hat=yes'. Of the categories that fit, the one with most images is taken. Default: those of the"
                            + " file, or by a rule that the figure tells.")
    private List<String> chosen = List.of();

    List<String> chosen() {
        return chosen;
    }

    /** The experiment with what was chosen. */
    Experiment on(Experiment experiment) {
        if (chosen.isEmpty()) {
            return experiment;
        }
        if (chosen.size() != PAIR) {
            throw Failure.usage(
                    "--categories is given %s: give it twice, for two categories, or not at all.",
                    chosen.size() == 1 ? "once" : chosen.size() + " times");
        }
        if (!experiment.figures().contains(Figure.TSNE)) {
            throw Failure.usage(
                    "--categories chooses what the figure tsne shows, and experiment %s has none. Add it to its file: figures: [tsne].",
                    experiment.name());
        }
        return experiment.withTsne(experiment.tsne().ofCategories(chosen));
    }
}
