package io.github.psbench.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.ToIntFunction;

/** What training does to pictures [n, height, width, 3], as operations of their device. Results are attached to {@code scratch}. */
final class Alterations {
    private Alterations() {}

    /** Left and right swapped in some pictures. */
    static NDArray mirrored(NDArray pictures, boolean[] mirrored, NDManager scratch) {
        if (!any(mirrored)) {
            return pictures;
        }
        NDArray chosen = scratch.create(mirrored).reshape(-1, 1, 1, 1).broadcast(pictures.getShape());
        return NDArrays.where(chosen, pictures.flip(2), pictures);
    }

    private static boolean any(boolean[] flags) {
        for (boolean flag : flags) {
            if (flag) {
                return true;
            }
        }
        return false;
    }

    /** Each picture, uint8, moved over a black ground. Empty shifts: as they are. */
    static NDArray shifted(NDArray pictures, List<Shift> shifts, NDManager scratch) {
        if (shifts.isEmpty()) {
            return pictures;
        }
        int n = shifts.size();
        int height = (int) pictures.getShape().get(1);
        int width = (int) pictures.getShape().get(2);
        long[] numbers = new long[n];
        long[] rows = new long[n * height];
        long[] columns = new long[n * width];
        for (int i = 0; i < n; i++) {
            numbers[i] = i;
            from(shifts.get(i).down(), height, rows, i);
            from(shifts.get(i).right(), width, columns, i);
        }
        NDArray bordered = pictures.pad(new Shape(0, 0, 0, 1, 0, 1), 0);
        return bordered.get(
                scratch,
                new NDIndex(
                        "{}, {}, {}",
                        scratch.create(numbers, new Shape(n, 1, 1)),
                        scratch.create(rows, new Shape(n, height, 1)),
                        scratch.create(columns, new Shape(n, 1, width))));
    }

    /** The places that the pixels of one axis come from; what is outside comes from the black line at the end. */
    private static void from(int shift, int length, long[] places, int picture) {
        for (int i = 0; i < length; i++) {
            int place = i + shift;
            places[picture * length + i] = place >= 0 && place < length ? place : length;
        }
    }

    /** A rectangle of each picture, float32, set to 0. Empty rectangles: as they are. */
    static NDArray erased(NDArray pictures, List<Rectangle> rectangles, NDManager scratch) {
        if (rectangles.isEmpty()) {
            return pictures;
        }
        Shape shape = pictures.getShape();
        NDArray rows = scratch.arange((int) shape.get(1)).reshape(1, -1, 1, 1);
        NDArray columns = scratch.arange((int) shape.get(2)).reshape(1, 1, -1, 1);
        NDArray inside = rows.gte(each(rectangles, Rectangle::top, scratch))
                .logicalAnd(rows.lt(each(rectangles, rectangle -> rectangle.top() + rectangle.height(), scratch)))
                .logicalAnd(columns.gte(each(rectangles, Rectangle::left, scratch)))
                .logicalAnd(columns.lt(each(rectangles, rectangle -> rectangle.left() + rectangle.width(), scratch)));
        return NDArrays.where(inside.broadcast(shape), pictures.zerosLike(), pictures);
    }

    private static NDArray each(List<Rectangle> rectangles, ToIntFunction<Rectangle> edge, NDManager scratch) {
        int[] edges = rectangles.stream().mapToInt(edge).toArray();
        return scratch.create(edges, new Shape(edges.length, 1, 1, 1));
    }
}
