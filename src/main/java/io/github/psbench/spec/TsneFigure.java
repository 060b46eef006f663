package io.github.psbench.spec;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Default;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the figure {@link Figure#TSNE} maps embeddings onto a plane (van der Maaten and Hinton, JMLR 2008).
 *
 * @param perplexity the effective number of neighbours of a point, >= 2
 * @param iterations of the gradient descent, >= 250
 * @param seed of the starting points, >= 0
 * @param categories the two categories to be shown closely, each as "gender=female, hat=yes, ..."; empty: chosen by a rule that the figure
 *     tells
 * @param colour the attribute group that colours the whole space; null: chosen by a rule that the figure tells
 */
public record TsneFigure(
        @Default("30") double perplexity,
        @Default("1000") int iterations,
        @Default("1") long seed,
        @Default("[]") List<String> categories,
        @Nullable String colour) {
    /** What is done where a file does not say. */
    public static final TsneFigure USUAL = new TsneFigure(30, 1000, 1, List.of(), null);

    private static final int LEAST_ITERATIONS = 250;

    public TsneFigure {
        categories = List.copyOf(categories);
        require(perplexity >= 2 && Double.isFinite(perplexity), "perplexity", "must be >= 2 and finite", perplexity);
        require(iterations >= LEAST_ITERATIONS, "iterations", "must be >= " + LEAST_ITERATIONS, iterations);
        require(seed >= 0, "seed", "must be >= 0", seed);
        require(
                categories.isEmpty() || categories.size() == 2,
                "categories",
                "must be two categories, or none",
                categories);
    }

    /** The same figure with these two categories. */
    public TsneFigure ofCategories(List<String> chosen) {
        return new TsneFigure(perplexity, iterations, seed, chosen, colour);
    }
}
