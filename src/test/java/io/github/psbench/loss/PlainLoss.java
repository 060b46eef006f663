package io.github.psbench.loss;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** The equations of the losses in plain Java, and their derivatives worked out by hand. Labels and cosines are as the losses have them. */
interface PlainLoss {
    double value(double[][] cosines, int[] labels);

    /** By each cosine. */
    double[][] gradient(double[][] cosines, int[] labels);

    /**
     * The equation of a loss.
     *
     * @param single whether the cosines are float32, in which borders are rounded
     */
    static PlainLoss of(AlignmentLoss loss, long step, boolean single) {
        if (loss instanceof ScaledSoftmax softmax) {
            return new Softmax(softmax.scale(), c -> c, c -> 1, true);
        }
        if (loss instanceof CosFace cosFace) {
            return new Softmax(cosFace.scale(), c -> c - cosFace.margin(), c -> 1, true);
        }
        if (loss instanceof ProxyNca nca) {
            return new Softmax(2 * nca.scale(), c -> c, c -> 1, nca.positiveInDenominator());
        }
        if (loss instanceof MarginAlignment ma) {
            double exact = Math.cos(Math.PI - ma.margin());
            return margin(ma.scale(), ma.margin(), single ? (float) exact : exact);
        }
        if (loss instanceof SphereFace sphere) {
            SphereFace.Annealing annealing = sphere.annealing();
            double lambda = annealing == null
                    ? 0
                    : Math.max(annealing.least(), annealing.start() / (1 + annealing.rate() * step));
            return sphere(sphere.scale(), sphere.margin(), lambda);
        }
        if (loss instanceof ProxyAnchor anchor) {
            return new Anchor(anchor.alpha(), anchor.delta());
        }
        throw new IllegalArgumentException("write the equation of " + loss + " here");
    }

    private static PlainLoss margin(double scale, double margin, double border) {
        DoubleUnaryOperator sine = c -> Math.sqrt(Math.max((1 - c) * (1 + c), 1e-12));
        return new Softmax(
                scale,
                c -> c > border
                        ? c * Math.cos(margin) - sine.applyAsDouble(c) * Math.sin(margin)
                        : c - margin * Math.sin(margin),
                // The bound on the sine takes its infinite derivative at 1 away.
                c -> c <= border
                        ? 1
                        : Math.cos(margin)
                                + ((1 - c) * (1 + c) < 1e-12 ? 0 : c / sine.applyAsDouble(c) * Math.sin(margin)),
                true);
    }

    private static PlainLoss sphere(double scale, int m, double lambda) {
        return new Softmax(
                scale,
                c -> (lambda * c + psi(Math.acos(Math.max(-1, Math.min(1, c))), m)) / (1 + lambda),
                c -> {
                    double angle = Math.acos(Math.max(-1, Math.min(1, c)));
                    // sin(m t) / sin t is m at 0, and +-m at pi, where psi goes on falling.
                    double slope = Math.sin(angle) < 1e-12
                            ? (double) m * m
                            : sign(angle, m) * m * Math.sin(m * angle) / Math.sin(angle);
                    return (lambda + slope) / (1 + lambda);
                },
                true);
    }

    private static double psi(double angle, int m) {
        return sign(angle, m) * Math.cos(m * angle) - 2 * fold(angle, m);
    }

    private static double fold(double angle, int m) {
        return Math.min(m - 1, Math.floor(m * angle / Math.PI));
    }

    private static int sign(double angle, int m) {
        return fold(angle, m) % 2 == 0 ? 1 : -1;
    }

    /** log sum e^exponent, with the largest taken out. */
    private static double logSum(double... exponents) {
        double largest = Arrays.stream(exponents).max().orElseThrow();
        return largest
                + Math.log(
                        Arrays.stream(exponents).map(e -> Math.exp(e - largest)).sum());
    }

    /** -1/m sum_i log( e^(s phi(c_iy)) / sum ), with or without the positive in the sum. */
    record Softmax(double scale, DoubleUnaryOperator phi, DoubleUnaryOperator slope, boolean positive)
            implements PlainLoss {
        @Override
        public double value(double[][] cosines, int[] labels) {
            double sum = 0;
            for (int i = 0; i < labels.length; i++) {
                double target = scale * phi.applyAsDouble(cosines[i][labels[i]]);
                sum += logSum(exponents(cosines[i], labels[i])) - target;
            }
            return sum / labels.length;
        }

        @Override
        public double[][] gradient(double[][] cosines, int[] labels) {
            double[][] gradient = new double[labels.length][cosines[0].length];
            for (int i = 0; i < labels.length; i++) {
                double[] exponents = exponents(cosines[i], labels[i]);
                double log = logSum(exponents);
                for (int k = 0; k < exponents.length; k++) {
                    gradient[i][k] = scale * Math.exp(exponents[k] - log) / labels.length;
                }
                // The share of the others, 1 - p, keeps its digits where p is near 1.
                double others = positive ? 0 : 1;
                for (int k = 0; positive && k < exponents.length; k++) {
                    others += k == labels[i] ? 0 : Math.exp(exponents[k] - log);
                }
                gradient[i][labels[i]] = -scale * slope.applyAsDouble(cosines[i][labels[i]]) * others / labels.length;
            }
            return gradient;
        }

        private double[] exponents(double[] cosines, int label) {
            double[] exponents = Arrays.stream(cosines).map(c -> scale * c).toArray();
            exponents[label] = positive ? scale * phi.applyAsDouble(cosines[label]) : Double.NEGATIVE_INFINITY;
            return exponents;
        }
    }

    /** Proxy Anchor, a prototype at a time. */
    record Anchor(double alpha, double delta) implements PlainLoss {
        @Override
        public double value(double[][] cosines, int[] labels) {
            double sum = 0;
            for (int k = 0; k < cosines[0].length; k++) {
                sum += logSum(exponents(cosines, labels, k, true)) / present(labels)
                        + logSum(exponents(cosines, labels, k, false)) / cosines[0].length;
            }
            return sum;
        }

        @Override
        public double[][] gradient(double[][] cosines, int[] labels) {
            double[][] gradient = new double[labels.length][cosines[0].length];
            for (int k = 0; k < cosines[0].length; k++) {
                double[] pulls = exponents(cosines, labels, k, true);
                double[] pushes = exponents(cosines, labels, k, false);
                for (int i = 0; i < labels.length; i++) {
                    gradient[i][k] = labels[i] == k
                            ? -alpha * Math.exp(pulls[i] - logSum(pulls)) / present(labels)
                            : alpha * Math.exp(pushes[i] - logSum(pushes)) / cosines[0].length;
                }
            }
            return gradient;
        }

        /** Those of the images, and 0 for the 1 in log(1 + sum). */
        private double[] exponents(double[][] cosines, int[] labels, int prototype, boolean own) {
            double[] exponents = new double[labels.length + 1];
            for (int i = 0; i < labels.length; i++) {
                double cosine = cosines[i][prototype];
                exponents[i] = own != (labels[i] == prototype)
                        ? Double.NEGATIVE_INFINITY
                        : own ? -alpha * (cosine - delta) : alpha * (cosine + delta);
            }
            return exponents;
        }

        private static double present(int[] labels) {
            return (double) Arrays.stream(labels).distinct().count();
        }
    }
}
