package io.github.psbench.data.synthped;

import io.github.psbench.data.synthped.Canvas.Paint;
import io.github.psbench.data.synthped.Shape.Ellipse;
import io.github.psbench.data.synthped.Shape.Limb;
import io.github.psbench.data.synthped.Shape.Stack;
import io.github.psbench.data.synthped.Shape.Stack.Slice;
import io.github.psbench.data.synthped.Skeleton.Joint;
import io.github.psbench.data.synthped.Stance.Spot;
import java.util.List;

/** Paints what a person carries: backpack, shoulder bag, handbag, and an old person's cane. */
final class Luggage {
    private static final double STRAP = 0.016;

    private final Body body;
    private final Layers layers;
    private final Skeleton skeleton;
    private final double scale;
    private final double size;
    private final Paint colour;
    private final Paint flap;

    private Luggage(Body body, Layers layers) {
        this.body = body;
        this.layers = layers;
        skeleton = body.skeleton();
        scale = body.stance().scale();
        size = body.person().bagSize();
        Rgb luggage = body.person().luggage();
        colour = body.lit(luggage);
        flap = body.lit(luggage.mix(Rgb.grey(luggage.brightness() > 0.4 ? 0 : 0.8), 0.3));
    }

    static void paint(Body body, Layers layers) {
        Luggage luggage = new Luggage(body, layers);
        switch (body.shown().bag()) {
            case NONE -> {}
            case BACKPACK -> luggage.backpack();
            case BAG -> luggage.shoulderBag();
            case HANDBAG -> luggage.handbag();
        }
        if (body.person().cane()) {
            luggage.cane();
        }
    }

    private void backpack() {
        double front = body.stance().frontness();
        double behind = -body.build().depth() - 0.045;
        double wide = 0.092 * size;
        double deep = 0.058 * size;
        Stack pack = new Stack(List.of(
                body.slice(skeleton.spine(0.03).plus(0, 0, behind), wide * 0.55, deep * 0.6),
                body.slice(skeleton.spine(0.13).plus(0, 0, behind), wide * 0.95, deep),
                body.slice(skeleton.spine(0.55).plus(0, 0, behind), wide * 1.03, deep * 1.1),
                body.slice(skeleton.spine(0.5 + 0.42 * size).plus(0, 0, behind), wide, deep)));
        double near = front < -0.25 ? 0.18 : front > 0.25 ? -1.3 : -0.02;
        layers.add(near, pack, colour);
        if (front < -0.25) {
            Spot pocket = body.spot(skeleton.spine(0.66).plus(0, 0, behind));
            layers.add(near, new Ellipse(pocket.x(), pocket.y(), body.stance().seen(0.065, 0.03), 0.05 * scale), flap);
        }
        strap(-1);
        strap(1);
    }

    /** A backpack's strap, over the shoulder and back under the arm. */
    private void strap(int side) {
        double outward = side * 0.62 * body.build().shoulders();
        double depth = body.build().depth();
        Joint top = skeleton.spine(0.02).plus(outward, 0, 0.3 * depth);
        Joint chest = skeleton.spine(0.3).plus(outward, 0, 0.95 * depth);
        Joint ribs = skeleton.spine(0.52).plus(side * 0.85 * body.build().shoulders(), 0, 0.1 * depth);
        if (body.spot(chest).near() > 0) {
            layers.add(0.012, body.limb(top, STRAP, chest, STRAP), colour);
            layers.add(0.012, body.limb(chest, STRAP, ribs, STRAP), colour);
        }
    }

    private void shoulderBag() {
        int side = body.person().bagSide();
        double hips = body.build().hips();
        double face = body.stance().frontness() >= 0 ? 1 : -1;
        Joint shoulder = skeleton.spine(0.03).plus(-side * 0.55 * body.build().shoulders(), 0, face * 0.02);
        Joint chest = skeleton.spine(0.45).plus(0, 0, face * body.build().depth());
        Joint hip = skeleton.spine(0.92).plus(side * (hips + 0.01), 0, 0);
        layers.add(0.013, body.limb(shoulder, STRAP, chest, STRAP), colour);
        layers.add(0.013, body.limb(chest, STRAP, hip, STRAP), colour);
        Joint bag = skeleton.spine(1).plus(side * (hips + 0.045), 0, -0.015);
        double near = body.spot(bag).near() > -0.06 ? 0.14 : -0.7;
        hanging(bag.plus(0, 0.055 * size, 0), 0.048 * size, 0.085 * size, 0.12 * size, near);
    }

    private void handbag() {
        int side = body.person().bagSide() < 0 ? 0 : 1;
        Joint hand = skeleton.hands().get(side);
        Joint held = body.person().bagOnForearm() ? skeleton.elbows().get(side).towards(hand, 0.55) : hand;
        double near = body.spot(held).near() > -0.06 ? 0.13 : -0.65;
        Joint top = held.plus(0, -0.065, 0);
        double half = body.stance().seen(0.05 * size, 0.072 * size) * 0.7 / scale;
        Spot grip = body.spot(held);
        Spot lid = body.spot(top);
        for (int handle = -1; handle <= 1; handle += 2) {
            layers.add(
                    near,
                    new Limb(
                            grip.x(), grip.y(), 0.007 * scale, lid.x() + handle * half * scale, lid.y(), 0.007 * scale),
                    colour);
        }
        hanging(top, 0.05 * size, 0.072 * size, 0.095 * size, near);
    }

    /** The body of a bag below its upper edge, with a flap that sets it off from the clothes behind. */
    private void hanging(Joint top, double wide, double deep, double high, double near) {
        Slice upper = body.slice(top, wide * 0.88, deep * 0.88);
        Slice lower = body.slice(top.plus(0, -high, 0), wide, deep);
        layers.add(near, new Stack(List.of(upper, lower)), colour);
        Slice lid = body.slice(top.plus(0, -0.38 * high, 0), wide * 0.92, deep * 0.92);
        layers.add(near, new Stack(List.of(upper, lid)), flap);
    }

    private void cane() {
        int side = body.person().bagSide() < 0 ? 1 : 0;
        Joint hand = skeleton.hands().get(side);
        Joint ground = new Joint(hand.right(), 0.005, hand.forward() + 0.04);
        Spot grip = body.spot(hand);
        layers.add(
                Math.max(-0.9, grip.near()),
                body.limb(hand, 0.01, ground, 0.009),
                Paint.plain(new Rgb(0.36, 0.22, 0.12)));
    }
}
