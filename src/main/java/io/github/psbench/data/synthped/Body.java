package io.github.psbench.data.synthped;

import io.github.psbench.data.synthped.Canvas.Paint;
import io.github.psbench.data.synthped.Shape.Limb;
import io.github.psbench.data.synthped.Shape.Stack.Slice;
import io.github.psbench.data.synthped.Skeleton.Joint;
import io.github.psbench.data.synthped.Stance.Spot;

/**
 * A person in a stance under a light, ready to be painted part by part.
 *
 * @param shown the person's attributes, less what this image does not show
 * @param light from the left, -1, to the right, 1
 */
record Body(Person person, Attributes shown, Stance stance, Skeleton skeleton, double light) {
    static Body of(Person person, Attributes shown, Stance stance, double light) {
        return new Body(person, shown, stance, Skeleton.of(person, stance, shown.bag()), light);
    }

    Build build() {
        return person.build();
    }

    Spot spot(Joint joint) {
        return stance.spot(joint.right(), joint.up(), joint.forward());
    }

    /** Radii in statures. */
    Limb limb(Joint from, double radiusFrom, Joint to, double radiusTo) {
        Spot start = spot(from);
        Spot end = spot(to);
        double scale = stance.scale();
        return new Limb(start.x(), start.y(), radiusFrom * scale, end.x(), end.y(), radiusTo * scale);
    }

    /** A slice through an elliptic section; half width and half depth in statures. */
    Slice slice(Joint middle, double halfWidth, double halfDepth) {
        Spot spot = spot(middle);
        return new Slice(spot.x(), spot.y(), stance.seen(halfWidth, halfDepth));
    }

    /** One colour, rounded by the light. */
    Paint lit(Rgb colour) {
        return (x, y, across) -> colour.times(brightness(across));
    }

    /** A garment, rounded by the light. */
    Paint worn(Garment garment) {
        Spot top = spot(skeleton.neck());
        double scale = stance.scale();
        return (x, y, across) ->
                garment.at((x - top.x()) / scale, (y - top.y()) / scale).times(brightness(across));
    }

    private double brightness(double across) {
        double edge = Math.max(-1, Math.min(1, across));
        return 1.04 + 0.16 * light * edge - 0.26 * edge * edge;
    }
}
