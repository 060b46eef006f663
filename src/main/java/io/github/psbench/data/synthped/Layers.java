package io.github.psbench.data.synthped;

import io.github.psbench.data.synthped.Canvas.Paint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The parts of a figure, painted from the farthest to the nearest; of equally near ones the first added is painted first. */
final class Layers {
    private record Layer(double near, Shape shape, Paint paint, double opacity) {}

    private final List<Layer> layers = new ArrayList<>();

    void add(double near, Shape shape, Paint paint) {
        add(near, shape, paint, 1);
    }

    void add(double near, Shape shape, Paint paint, double opacity) {
        layers.add(new Layer(near, shape, paint, opacity));
    }

    void paintOn(Canvas canvas) {
        layers.stream()
                .sorted(Comparator.comparingDouble(Layer::near))
                .forEach(layer -> canvas.fill(layer.shape, layer.paint, layer.opacity));
    }
}
