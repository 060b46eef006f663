package io.github.psbench.data.synthped;

/**
 * How a person stands or walks before the camera, and where in the picture.
 *
 * @param yaw radians; 0 faces the camera, a quarter turn faces right, half a turn shows the back
 * @param pitch radians by which the camera looks down
 * @param phase where in the step the legs are, radians
 * @param stride how far the legs swing, radians; 0 stands
 * @param phone whether the free hand holds a telephone up
 * @param x of the middle of the feet, pixels
 * @param y of the ground under the feet, pixels
 * @param scale pixels that one stature takes
 */
record Stance(double yaw, double pitch, double phase, double stride, boolean phone, double x, double y, double scale) {
    /** The share of the picture's height that a grown person fills. */
    private static final double FILLED = 0.89;

    /** In radians; the library's conversions may round differently from release to release. */
    static final double DEGREE = Math.PI / 180;

    /** Front, back, right and left, degrees. */
    private static final Double[] FACINGS = {0.0, 180.0, 90.0, -90.0};

    static Stance draw(Person person, double pitch, Nuisances nuisances, Dice dice) {
        double facing = dice.weighted(FACINGS, 0.3, 0.3, 0.2, 0.2);
        double yaw = DEGREE * (facing + nuisances.turn() * dice.normal());
        boolean walking = dice.chance(nuisances.walking());
        double stride = walking ? person.gait() : 0.06;
        double scale = Canvas.HEIGHT * FILLED * person.build().stature() * (1 + nuisances.scale() * dice.normal());
        double phase = dice.between(0, 2 * Math.PI);
        boolean phone = dice.chance(nuisances.phone());
        double x = Canvas.WIDTH * (0.5 + nuisances.shift() * dice.normal());
        double free = Canvas.HEIGHT - scale;
        double y = Canvas.HEIGHT - 0.45 * free + Canvas.HEIGHT * nuisances.shift() * 0.5 * dice.normal();
        return new Stance(yaw, pitch, phase, stride, phone, x, y, scale);
    }

    /** The same stance somewhere else in the picture. */
    Stance at(double newX, double newY, double newScale) {
        return new Stance(yaw, pitch, phase, stride, phone, newX, newY, newScale);
    }

    /**
     * Where a point of the body appears.
     *
     * @param right towards the person's left hand, which is the picture's right when the person faces the camera, in statures
     * @param up from the ground, in statures
     * @param forward the way the person faces, in statures
     */
    Spot spot(double right, double up, double forward) {
        double cosine = StrictMath.cos(yaw);
        double sine = StrictMath.sin(yaw);
        double near = forward * cosine - right * sine;
        double down = -up * StrictMath.cos(pitch) + near * StrictMath.sin(pitch);
        return new Spot(x + scale * (right * cosine + forward * sine), y + scale * down, near);
    }

    /**
     * Half of the breadth, in pixels, that a body part of an elliptic section shows.
     *
     * @param halfWidth from side to side, in statures
     * @param halfDepth from front to back, in statures
     */
    double seen(double halfWidth, double halfDepth) {
        double wide = halfWidth * StrictMath.cos(yaw);
        double deep = halfDepth * StrictMath.sin(yaw);
        return scale * Math.sqrt(wide * wide + deep * deep);
    }

    /** 1 when the person faces the camera, -1 when it sees the back. */
    double frontness() {
        return StrictMath.cos(yaw);
    }

    /** 1 when the person faces the picture's right, -1 the left. */
    double rightness() {
        return StrictMath.sin(yaw);
    }

    /**
     * A point of the body in the picture.
     *
     * @param near how much nearer to the camera than the middle of the body, in statures
     */
    record Spot(double x, double y, double near) {}
}
