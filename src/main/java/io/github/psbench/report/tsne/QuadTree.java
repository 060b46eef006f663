package io.github.psbench.report.tsne;

import java.util.Arrays;

/** Points on a plane in squares within squares (Barnes and Hut, Nature 1986): far points act as one, from their centre of mass. */
final class QuadTree {
    /** Points that are not told apart by so many halvings of the outermost square count as being in one place. */
    private static final int DEEPEST = 48;

    private static final int QUARTERS = 4;
    private static final int NONE = 0; // the root is nobody's child

    private final double[] positions;
    private final double narrowest;
    private double left = Double.POSITIVE_INFINITY;
    private double bottom = Double.POSITIVE_INFINITY;
    private final double width;

    private int nodes = 1;
    private int[] children;
    private int[] counts;
    private double[] sides;

    /** The centre of mass; of a leaf, the place of its points. */
    private double[] centreX;

    private double[] centreY;

    /** @param positions [2 n], x and y by turns */
    QuadTree(double[] positions) {
        this.positions = positions;
        int capacity = positions.length + QUARTERS;
        children = new int[QUARTERS * capacity];
        counts = new int[capacity];
        sides = new double[capacity];
        centreX = new double[capacity];
        centreY = new double[capacity];
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < positions.length; i += 2) {
            left = Math.min(left, positions[i]);
            right = Math.max(right, positions[i]);
            bottom = Math.min(bottom, positions[i + 1]);
            top = Math.max(top, positions[i + 1]);
        }
        width = Math.max(right - left, top - bottom);
        narrowest = StrictMath.scalb(width, 1 - DEEPEST);
        sides[0] = width;
        for (int i = 0; i < positions.length; i += 2) {
            insert(positions[i], positions[i + 1]);
        }
        for (int node = 0; node < nodes; node++) {
            if (!isLeaf(node)) {
                centreX[node] /= counts[node];
                centreY[node] /= counts[node];
            }
        }
    }

    private boolean isLeaf(int node) {
        int first = QUARTERS * node;
        return children[first] == NONE
                && children[first + 1] == NONE
                && children[first + 2] == NONE
                && children[first + 3] == NONE;
    }

    private void insert(double x, double y) {
        int node = 0;
        double side = width;
        double x0 = left;
        double y0 = bottom;
        for (int depth = 0; counts[node] > 0; depth++) {
            boolean leaf = isLeaf(node);
            if (leaf && (depth == DEEPEST || (centreX[node] == x && centreY[node] == y))) {
                counts[node]++;
                return;
            }
            double half = side / 2;
            if (leaf) {
                // What lies in it goes a level down, as one place; the sum of an inner node begins with it.
                int below = child(node, quarter(centreX[node], centreY[node], x0 + half, y0 + half), half);
                counts[below] = counts[node];
                centreX[below] = centreX[node];
                centreY[below] = centreY[node];
                centreX[node] *= counts[node];
                centreY[node] *= counts[node];
            }
            counts[node]++;
            centreX[node] += x;
            centreY[node] += y;
            int quarter = quarter(x, y, x0 + half, y0 + half);
            node = child(node, quarter, half);
            x0 += (quarter & 1) == 0 ? 0 : half;
            y0 += (quarter & 2) == 0 ? 0 : half;
            side = half;
        }
        counts[node] = 1;
        centreX[node] = x;
        centreY[node] = y;
    }

    private static int quarter(double x, double y, double middleX, double middleY) {
        return (x < middleX ? 0 : 1) + (y < middleY ? 0 : 2);
    }

    private int child(int node, int quarter, double side) {
        int found = children[QUARTERS * node + quarter];
        if (found != NONE) {
            return found;
        }
        if (nodes == counts.length) {
            grow();
        }
        sides[nodes] = side;
        children[QUARTERS * node + quarter] = nodes;
        return nodes++;
    }

    private void grow() {
        int capacity = 2 * counts.length;
        children = Arrays.copyOf(children, QUARTERS * capacity);
        counts = Arrays.copyOf(counts, capacity);
        sides = Arrays.copyOf(sides, capacity);
        centreX = Arrays.copyOf(centreX, capacity);
        centreY = Arrays.copyOf(centreY, capacity);
    }

    /** How many points there are. */
    int points() {
        return positions.length == 0 ? 0 : counts[0];
    }

    /** For one thread. */
    Walk walk(double theta) {
        return new Walk(theta * theta);
    }

    /** What all other points do to one: with c = (1 + d^2)^-1 of each, sum of c, and sum of c^2 times the way to the point. */
    final class Walk {
        private final double squaredTheta;
        private final int[] stack = new int[QUARTERS * (DEEPEST + 2)];
        private double normaliser;
        private double repulsionX;
        private double repulsionY;

        private Walk(double squaredTheta) {
            this.squaredTheta = squaredTheta;
        }

        /** Around one of the points. */
        void around(double x, double y) {
            normaliser = 0;
            repulsionX = 0;
            repulsionY = 0;
            int size = 0;
            stack[size++] = 0;
            while (size > 0) {
                int node = stack[--size];
                double dx = x - centreX[node];
                double dy = y - centreY[node];
                double squared = dx * dx + dy * dy;
                if (sides[node] * sides[node] < squaredTheta * squared || isLeaf(node)) {
                    add(node, dx, dy, squared);
                } else {
                    for (int quarter = QUARTERS - 1; quarter >= 0; quarter--) {
                        int child = children[QUARTERS * node + quarter];
                        if (child != NONE) {
                            stack[size++] = child;
                        }
                    }
                }
            }
        }

        private void add(int node, double dx, double dy, double squared) {
            boolean own = isLeaf(node) && Math.abs(dx) <= narrowest && Math.abs(dy) <= narrowest;
            int others = own ? counts[node] - 1 : counts[node];
            double close = 1 / (1 + squared);
            normaliser += others * close;
            repulsionX += others * close * close * dx;
            repulsionY += others * close * close * dy;
        }

        double normaliser() {
            return normaliser;
        }

        double repulsionX() {
            return repulsionX;
        }

        double repulsionY() {
            return repulsionY;
        }
    }
}
