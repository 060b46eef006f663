package io.github.psbench.data.synthped;

import io.github.psbench.data.synthped.Attributes.Clothes;
import io.github.psbench.data.synthped.Attributes.Gender;
import io.github.psbench.data.synthped.Attributes.Length;
import io.github.psbench.data.synthped.Canvas.Paint;
import io.github.psbench.data.synthped.Shape.Ellipse;
import io.github.psbench.data.synthped.Shape.Sleeve;
import io.github.psbench.data.synthped.Shape.Stack;
import io.github.psbench.data.synthped.Shape.Stack.Slice;
import io.github.psbench.data.synthped.Skeleton.Joint;
import io.github.psbench.data.synthped.Stance.Spot;
import java.util.List;

/**
 * Paints a person: legs and what is worn on them, trunk and arms; {@link Head} and {@link Luggage} add the rest. The first argument
 * of {@link Layers#add} is how near a part is to the camera; legs lie about -1, the trunk at 0 and the head at 0.15.
 */
final class Figure {
    private static final double TRUNK = 0;
    private static final double PELVIS = -0.5;
    private static final double LEGS = -1;

    private final Body body;
    private final Build build;
    private final Skeleton skeleton;
    private final Layers layers = new Layers();

    private Figure(Body body) {
        this.body = body;
        build = body.build();
        skeleton = body.skeleton();
    }

    static void paint(Body body, Canvas canvas) {
        Figure figure = new Figure(body);
        figure.shadow(canvas);
        for (int side = 0; side < 2; side++) {
            figure.leg(side);
            figure.arm(side);
        }
        if (body.shown().clothes() == Clothes.DRESS) {
            figure.skirt();
        } else {
            figure.pelvis();
        }
        figure.trunk();
        Head.paint(body, figure.layers);
        Luggage.paint(body, figure.layers);
        figure.layers.paintOn(canvas);
    }

    private void shadow(Canvas canvas) {
        Stance stance = body.stance();
        double scale = stance.scale();
        canvas.fill(
                new Ellipse(stance.x() - 0.1 * body.light() * scale, stance.y(), 0.2 * scale, 0.035 * scale),
                Paint.plain(Rgb.grey(0.08)),
                0.35);
    }

    private void leg(int side) {
        Joint hip = skeleton.hips().get(side);
        Joint knee = skeleton.knees().get(side);
        Joint ankle = skeleton.ankles().get(side);
        double near = LEGS + body.spot(knee).near();
        double limbs = build.limbs();
        double thigh = 0.54 * build.hips();
        Paint skin = body.lit(body.person().skin());
        layers.add(near, body.limb(hip, thigh, knee, 0.037 * limbs), skin);
        layers.add(near, body.limb(knee, 0.036 * limbs, ankle, 0.023 * limbs), skin);
        shoe(ankle, near);
        if (body.shown().clothes() == Clothes.DRESS) {
            return;
        }
        Paint cloth = body.worn(body.person().lower());
        if (body.shown().lowerLength() == Length.LONG) {
            layers.add(near, body.limb(hip, thigh + 0.004, knee, 0.043 * limbs), cloth);
            layers.add(
                    near, new Sleeve(body.limb(knee, 0.043 * limbs, ankle.plus(0, -0.002, 0), 0.036 * limbs)), cloth);
        } else {
            layers.add(near, new Sleeve(body.limb(hip, thigh + 0.006, hip.towards(knee, 0.92), 0.054 * limbs)), cloth);
        }
    }

    private void shoe(Joint ankle, double near) {
        Joint heel = ankle.plus(0, -0.012, -0.01);
        Joint toe = ankle.plus(0, -0.016, 0.075);
        layers.add(
                near,
                body.limb(heel.plus(0, -0.008, 0), 0.022, toe.plus(0, -0.008, 0), 0.018),
                body.lit(body.person().soles()));
        layers.add(
                near, body.limb(heel, 0.024, toe, 0.018), body.lit(body.person().footwear()));
    }

    private void pelvis() {
        Stack shape = new Stack(List.of(
                body.slice(skeleton.spine(0.8), build.waist() * 1.02, build.depth()),
                body.slice(skeleton.spine(1), build.hips() * 1.02, build.depth() * 1.05),
                body.slice(skeleton.spine(1.14), build.hips(), build.depth())));
        layers.add(PELVIS, shape, body.worn(body.person().lower()));
    }

    private void skirt() {
        boolean isLong = body.shown().lowerLength() == Length.LONG;
        Joint hip = skeleton.hip();
        double hem = isLong ? 0.075 : 0.5 * build.legs() + 0.045;
        double flare = isLong ? 1.5 : 1.38;
        List<Joint> legs = isLong ? skeleton.ankles() : skeleton.knees();
        Slice plain = body.slice(new Joint(0, hem, 0), build.hips() * flare, build.depth() * flare * 1.25);
        Spot first = body.spot(legs.get(0));
        Spot second = body.spot(legs.get(1));
        double margin = (isLong ? 0.02 : 0.045) * body.stance().scale();
        double left = Math.min(plain.x() - plain.halfWidth(), Math.min(first.x(), second.x()) - margin);
        double right = Math.max(plain.x() + plain.halfWidth(), Math.max(first.x(), second.x()) + margin);
        Stack shape = new Stack(List.of(
                body.slice(skeleton.spine(0.7), build.waist() * 1.03, build.depth() * 0.95),
                body.slice(hip, build.hips() * 1.12, build.depth() * 1.15),
                new Slice((left + right) / 2, plain.y(), (right - left) / 2)));
        layers.add(TRUNK + 0.001, shape, body.worn(body.person().lower()));
    }

    private void trunk() {
        boolean female = body.shown().gender() == Gender.FEMALE;
        double bust = female ? 0.014 : 0;
        double belly = body.shown().age() == Attributes.Age.OLD ? 0.02 : 0;
        Stack shape = new Stack(List.of(
                body.slice(skeleton.spine(-0.015), 0.035, 0.035),
                body.slice(skeleton.spine(0.03), build.shoulders() * 0.72, build.depth() * 0.6),
                body.slice(skeleton.spine(0.1), build.shoulders(), build.depth() * 0.85),
                body.slice(skeleton.spine(0.36).plus(0, 0, bust), build.shoulders() * 0.92, build.depth() + bust),
                body.slice(skeleton.spine(0.7).plus(0, 0, belly), build.waist(), build.depth() * 0.88 + belly),
                body.slice(skeleton.spine(1.06), build.hips() * 1.04, build.depth() * 1.08)));
        layers.add(TRUNK, shape, body.worn(body.person().upper()));
        neckline();
        if (body.person().upper().pattern() == Garment.Pattern.PRINT) {
            print();
        }
    }

    private void neckline() {
        double front = body.stance().frontness();
        Spot collar = body.spot(skeleton.spine(0.02).plus(0, 0, 0.03));
        double scale = body.stance().scale();
        if (front > 0.2) {
            layers.add(
                    TRUNK + 0.002,
                    new Ellipse(collar.x(), collar.y(), 0.034 * front * scale, 0.03 * scale),
                    body.lit(body.person().skin()));
        }
        Joint throat = skeleton.neck().plus(0, -0.01, 0);
        layers.add(
                TRUNK + 0.05,
                body.limb(throat, 0.03 * build.limbs(), skeleton.head(), 0.03 * build.limbs()),
                body.lit(body.person().skin().times(0.92)));
    }

    private void print() {
        double front = body.stance().frontness();
        if (front < 0.3) {
            return;
        }
        double scale = body.stance().scale();
        Spot chest = body.spot(skeleton.spine(0.42).plus(0, 0, build.depth()));
        layers.add(
                TRUNK + 0.002,
                new Ellipse(chest.x(), chest.y(), 0.05 * front * scale, 0.045 * scale),
                body.lit(body.person().upper().accent()));
    }

    private void arm(int side) {
        Joint shoulder = skeleton.shoulders().get(side);
        Joint elbow = skeleton.elbows().get(side);
        Joint hand = skeleton.hands().get(side);
        double near = body.spot(shoulder).near() + 0.03 * Math.abs(body.stance().frontness()) + 0.01;
        double limbs = build.limbs();
        Paint skin = body.lit(body.person().skin());
        layers.add(near, body.limb(shoulder, 0.03 * limbs, elbow, 0.026 * limbs), skin);
        layers.add(near, body.limb(elbow, 0.026 * limbs, hand, 0.02 * limbs), skin);
        layers.add(near, body.limb(hand, 0.024 * limbs, elbow.towards(hand, 1.12), 0.022 * limbs), skin);
        Paint cloth = body.worn(body.person().upper());
        if (body.shown().sleeveLength() == Length.LONG) {
            layers.add(near, body.limb(shoulder, 0.036 * limbs, elbow, 0.034 * limbs), cloth);
            layers.add(
                    near, new Sleeve(body.limb(elbow, 0.034 * limbs, elbow.towards(hand, 0.95), 0.028 * limbs)), cloth);
        } else {
            layers.add(
                    near,
                    new Sleeve(body.limb(shoulder, 0.036 * limbs, shoulder.towards(elbow, 0.72), 0.038 * limbs)),
                    cloth);
        }
    }
}
