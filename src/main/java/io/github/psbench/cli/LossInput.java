package io.github.psbench.cli;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.psbench.base.Failure;
import io.github.psbench.loss.CategoryMargins;
import io.github.psbench.loss.Loss;
import io.github.psbench.loss.SemanticMargin;
import io.github.psbench.loss.UniformWeights;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a loss is evaluated on, in float64. Conversion comes before differentiation, which it would cut off.
 *
 * @param margins null without ASMR
 * @param weights null without ASMR
 */
record LossInput(
        TensorFile file,
        NDArray images,
        NDArray labels,
        NDArray categories,
        @Nullable CategoryMargins margins,
        @Nullable NDArray weights) {
    private static final List<String> NAMES = List.of("images", "labels", "categories", "bits", "weights");

    /**
     * @param specification where {@code spec} was read from, for messages
     * @throws Failure naming file and tensor, if the tensors are not as {@code psbench loss --help} says
     */
    static LossInput read(Path path, LossSpec spec, Path specification, NDManager manager) {
        TensorFile file = TensorFile.read(path, manager);
        for (String name : file.tensors().keySet()) {
            if (!NAMES.contains(name)) {
                throw Failure.data(
                        "%s has a tensor named %s; a loss takes %s. Rename or remove the tensor.",
                        path, name, String.join(", ", NAMES));
            }
        }
        NDArray images = finite(file, "images", file.matrix("images"));
        NDArray categories = finite(file, "categories", file.matrix("categories"));
        if (images.getShape().get(1) != categories.getShape().get(1)) {
            throw file.wrong(
                    "categories",
                    "must have rows as long as those of images, %d, got %d",
                    images.getShape().get(1),
                    categories.getShape().get(1));
        }
        NDArray labels = file.labels("labels", images.getShape().get(0), "images");
        checkRange(file, labels, categories.getShape().get(0));
        SemanticMargin asmr = spec.loss().asmr();
        if (asmr == null) {
            return new LossInput(file, images, labels, categories, null, null);
        }
        CategoryMargins margins = margins(
                file, asmr, spec.groups(), specification, categories.getShape().get(0));
        return new LossInput(file, images, labels, categories, margins, weights(file, asmr, margins, manager));
    }

    private static void checkRange(TensorFile file, NDArray labels, long categories) {
        long[] values = labels.toLongArray();
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0 || values[i] >= categories) {
                throw file.wrong(
                        "labels", "must be rows of categories, 0..%d, got %d at %d", categories - 1, values[i], i);
            }
        }
    }

    private static CategoryMargins margins(
            TensorFile file, SemanticMargin asmr, List<Integer> groups, Path specification, long categories) {
        NDArray bits = file.bits("bits");
        if (bits.getShape().get(0) != categories) {
            throw file.wrong(
                    "bits",
                    "must have one row for each of the %d rows of categories, got %d",
                    categories,
                    bits.getShape().get(0));
        }
        long columns = bits.getShape().get(1);
        long sum = groups.stream().mapToLong(Integer::longValue).sum();
        if (sum != columns) {
            throw Failure.usage(
                    "%s: the groups %s have %d bits together, but tensor bits of %s has %d columns. Give groups the size of each"
                            + " attribute group, in the order of the columns.",
                    specification, groups, sum, file.path(), columns);
        }
        try {
            return asmr.over(bits.toType(DataType.FLOAT64, true), groups);
        } catch (IllegalArgumentException e) {
            throw file.wrong("bits", "does not fit %s: %s", specification, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable NDArray weights(
            TensorFile file, SemanticMargin asmr, CategoryMargins margins, NDManager manager) {
        int count = margins.weightCount();
        if (count == 0) {
            return null;
        }
        if (!file.has("weights")) {
            double[] values = new double[count];
            Arrays.fill(values, asmr.weights() instanceof UniformWeights uniform ? uniform.value() : 1);
            return manager.create(values);
        }
        if (!margins.learned()) {
            throw file.wrong(
                    "weights",
                    "must not be given where the weights are uniform; set asmr.weights.value, or take learned ones");
        }
        NDArray weights = finite(file, "weights", file.vector("weights"));
        if (weights.size() != count) {
            throw file.wrong(
                    "weights",
                    "must have %d numbers, one for each %s in this form of delta, got %d",
                    count,
                    asmr.form() != null && asmr.form().weighsGroups() ? "group" : "bit",
                    weights.size());
        }
        return weights;
    }

    /** A copy in float64. */
    private static NDArray finite(TensorFile file, String name, NDArray tensor) {
        NDArray copy = tensor.toType(DataType.FLOAT64, true);
        double[] values = copy.toDoubleArray();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                long columns = tensor.getShape().get(tensor.getShape().dimension() - 1);
                throw file.wrong(
                        name, "must be finite, got %s in row %d, column %d", values[i], i / columns, i % columns);
            }
        }
        return copy;
    }

    void requireGradients() {
        images.setRequiresGradient(true);
        categories.setRequiresGradient(true);
        if (weights != null) {
            weights.setRequiresGradient(true);
        }
    }

    Loss.Value value(LossSpec spec) {
        return spec.loss().value(images, labels, categories, margins, weights, spec.step());
    }

    /** One for each tensor of the file, of its name and shape, after the backward pass. */
    SortedMap<String, NDArray> gradients() {
        SortedMap<String, NDArray> gradients = new TreeMap<>();
        file.tensors().forEach((name, tensor) -> gradients.put(name, gradient(name, tensor.getShape())));
        return gradients;
    }

    private NDArray gradient(String name, Shape shape) {
        if (name.equals("images")) {
            return images.getGradient();
        }
        if (name.equals("categories")) {
            return categories.getGradient();
        }
        if (name.equals("weights") && weights != null) {
            return weights.getGradient();
        }
        return images.getManager().zeros(shape, DataType.FLOAT64);
    }
}
