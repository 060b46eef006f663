package io.github.psbench.data.synthped;

/** Smooth random texture: values on the integer lattice, eased in between. */
record Noise(long seed) {
    /** In -1..1; changes over about one unit of x or y. */
    double at(double x, double y) {
        double left = Math.floor(x);
        double top = Math.floor(y);
        double u = ease(x - left);
        double v = ease(y - top);
        long i = (long) left;
        long j = (long) top;
        double upper = corner(i, j) * (1 - u) + corner(i + 1, j) * u;
        double lower = corner(i, j + 1) * (1 - u) + corner(i + 1, j + 1) * u;
        return upper * (1 - v) + lower * v;
    }

    private double corner(long i, long j) {
        long mixed = seed ^ (i * 0x9E3779B97F4A7C15L) ^ (j * 0xC2B2AE3D27D4EB4FL);
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return ((mixed >>> 40) & 0xFFFF) / 32767.5 - 1;
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }
}
