package io.github.psbench.model;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Default;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The common space of images and categories. Image head and category encoder are perceptrons of the same hidden widths; the paper says three
 * fully connected layers each and leaves the widths open, the released code has 512 and 128.
 *
 * @param dimension length of an embedding, 2..4096
 * @param hidden widths of the hidden layers, each 1..65536
 */
public record Embedding(
        @Default("128") int dimension,
        @Default("[512, 128]") List<Integer> hidden) {
    public Embedding {
        hidden = List.copyOf(hidden);
        require(dimension >= 2 && dimension <= 4096, "dimension", "must be in 2..4096", dimension);
        require(
                hidden.stream().allMatch(width -> width >= 1 && width <= 65536),
                "hidden",
                "must be widths in 1..65536",
                hidden);
    }

    /** The perceptron from that many inputs into the space. */
    public Perceptron from(int inputs) {
        return new Perceptron(
                Stream.of(IntStream.of(inputs), hidden.stream().mapToInt(Integer::intValue), IntStream.of(dimension))
                        .flatMap(IntStream::boxed)
                        .toList());
    }
}
