package io.github.psbench.train;

import ai.djl.ndarray.types.Shape;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.model.Declarations;
import io.github.psbench.model.Initialiser;
import io.github.psbench.model.Layer;

/**
 * How many float32 numbers a model has.
 *
 * @param backbone parameters of the image encoder's backbone
 * @param heads parameters of the image encoder's head and of the category encoder
 */
public record ModelSize(long backbone, long heads) {
    public static ModelSize of(Recipe recipe, AttributeSchema schema) {
        return new ModelSize(
                parameters(recipe.backbone().layers()),
                parameters(recipe.embedding().from(recipe.backbone().features()))
                        + parameters(recipe.embedding().from(schema.bits())));
    }

    public long all() {
        return backbone + heads;
    }

    private static long parameters(Layer layer) {
        Count count = new Count();
        layer.declare(count);
        return count.numbers;
    }

    private static final class Count implements Declarations {
        private long numbers;

        @Override
        public void parameter(String name, Shape shape, Initialiser initialiser) {
            numbers += shape.size();
        }

        @Override
        public void buffer(String name, Shape shape, float value) {}
    }
}
