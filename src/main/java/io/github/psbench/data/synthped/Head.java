package io.github.psbench.data.synthped;

import io.github.psbench.data.synthped.Attributes.Gender;
import io.github.psbench.data.synthped.Attributes.Hair;
import io.github.psbench.data.synthped.Attributes.Hat;
import io.github.psbench.data.synthped.Canvas.Paint;
import io.github.psbench.data.synthped.Person.HairCut;
import io.github.psbench.data.synthped.Person.HatShape;
import io.github.psbench.data.synthped.Shape.Ellipse;
import io.github.psbench.data.synthped.Shape.Limb;
import io.github.psbench.data.synthped.Shape.Stack;
import io.github.psbench.data.synthped.Shape.Stack.Slice;
import io.github.psbench.data.synthped.Stance.Spot;
import java.util.List;

/** Paints face, hair and hat. Whatever lies on the head turns with it. */
final class Head {
    private static final double BEHIND_TRUNK = -1.2;
    private static final double HEAD = 0.15;
    private static final double HAIR_BEHIND = 0.2;
    private static final double FACE = 0.21;
    private static final double HAIR_BEFORE = 0.22;
    private static final double HAT = 0.3;

    private final Body body;
    private final Layers layers;
    private final double x;
    private final double y;
    private final double radiusX;
    private final double radiusY;
    private final double front;
    private final double rightness;
    private final Paint hair;

    private Head(Body body, Layers layers) {
        this.body = body;
        this.layers = layers;
        Spot middle = body.spot(body.skeleton().head());
        x = middle.x();
        y = middle.y();
        double size = body.build().head();
        radiusX = body.stance().seen(0.385 * size, 0.45 * size);
        radiusY = 0.5 * size * body.stance().scale();
        front = body.stance().frontness();
        rightness = body.stance().rightness();
        hair = body.lit(body.person().hairColour());
    }

    static void paint(Body body, Layers layers) {
        Head head = new Head(body, layers);
        layers.add(HEAD, head.ellipse(0, 0, 1, 1), body.lit(body.person().skin()));
        head.shortHair();
        if (body.shown().hair() == Hair.LONG) {
            head.longHair();
        }
        head.face();
        if (body.shown().hat() == Hat.YES) {
            head.hat();
        }
    }

    /** In head radii from the head's middle. */
    private Ellipse ellipse(double right, double down, double halfWidth, double halfHeight) {
        return new Ellipse(
                x + right * radiusX,
                y + down * radiusY,
                Math.max(0.3, halfWidth * radiusX),
                Math.max(0.3, halfHeight * radiusY));
    }

    private void shortHair() {
        if (body.person().hairCut() == HairCut.BALD) {
            layers.add(HEAD, ellipse(-0.1 * rightness, 0.15, 1.04, 0.4), hair);
        } else {
            layers.add(HEAD, ellipse(-0.06 * rightness, -0.16, 1.08, 0.94), hair);
        }
    }

    private void longHair() {
        double shoulder = body.spot(body.skeleton().neck()).y();
        double length = 0.13 * body.stance().scale();
        if (body.person().hairCut() == HairCut.TAIL) {
            double back = x - 1.0 * rightness * radiusX;
            layers.add(
                    front > 0.3 ? BEHIND_TRUNK : HAIR_BEFORE,
                    new Limb(
                            back,
                            y - 0.25 * radiusY,
                            0.4 * radiusX,
                            back - 0.35 * rightness * radiusX,
                            shoulder + 0.8 * length,
                            0.2 * radiusX),
                    hair);
            return;
        }
        double middle = x - 0.55 * rightness * radiusX;
        double half = radiusX * (0.6 + 0.6 * Math.abs(front));
        Stack curtain = new Stack(List.of(
                new Slice(middle, y - 0.4 * radiusY, half * 0.85),
                new Slice(middle, y + 0.4 * radiusY, half),
                new Slice(middle - 0.1 * rightness * radiusX, shoulder + 0.5 * length, half * 1.12),
                new Slice(middle - 0.15 * rightness * radiusX, shoulder + length, half * 0.8)));
        layers.add(front > 0.3 ? BEHIND_TRUNK : HAIR_BEHIND, curtain, hair);
        if (front > 0.3) {
            lock(-1, shoulder + length);
            lock(1, shoulder + length);
        }
    }

    /** A strand that falls before the shoulder. */
    private void lock(int side, double bottom) {
        double outer = x + side * 1.02 * radiusX - 0.3 * rightness * radiusX;
        layers.add(
                HAIR_BEFORE,
                new Limb(
                        outer,
                        y - 0.1 * radiusY,
                        0.24 * radiusX,
                        outer + side * 0.22 * radiusX,
                        bottom - 2,
                        0.36 * radiusX),
                hair);
    }

    /** The part of the head within some degrees of the face's middle is skin, as far as it is turned to the camera. */
    private void face() {
        double half = body.shown().hair() == Hair.LONG && body.person().hairCut() == HairCut.OPEN ? 62 : 74;
        double left = sideways(-half);
        double right = sideways(half);
        if (right - left < 0.12) {
            return;
        }
        double middle = (left + right) / 2;
        double width = (right - left) / 2;
        layers.add(
                FACE, ellipse(middle, 0.2, width, 0.78), body.lit(body.person().skin()));
        if (body.person().beard() > 0) {
            layers.add(
                    FACE,
                    ellipse(middle + 0.05 * rightness, 0.66, width * 0.8, 0.32),
                    hair,
                    body.person().beard());
        }
        if (front > 0.1) {
            boolean female = body.shown().gender() == Gender.FEMALE;
            Rgb lips = female ? new Rgb(0.72, 0.16, 0.2) : body.person().skin().times(0.62);
            layers.add(FACE, ellipse(0.85 * rightness, 0.58, 0.24, 0.09), Paint.plain(lips), 0.85);
        }
        eye(-25);
        eye(25);
    }

    private void eye(double degrees) {
        double turned = body.stance().yaw() + Stance.DEGREE * degrees;
        if (StrictMath.cos(turned) < 0.2) {
            return;
        }
        double right = 0.92 * StrictMath.sin(turned);
        if (body.person().glasses()) {
            layers.add(FACE, ellipse(right, 0.06, 0.34, 0.2), Paint.plain(Rgb.grey(0.06)), 0.8);
        } else {
            layers.add(FACE, ellipse(right, 0.06, 0.14, 0.11), Paint.plain(Rgb.grey(0.08)), 0.85);
        }
    }

    /** Where the head's outline is, degrees away from the face's middle, as the camera sees it: -1 left, 1 right. */
    private double sideways(double degrees) {
        double yaw = body.stance().yaw() / Stance.DEGREE;
        double wrapped = yaw - 360 * Math.floor((yaw + 180) / 360);
        return StrictMath.sin(Stance.DEGREE * Math.max(-90, Math.min(90, wrapped + degrees)));
    }

    private void hat() {
        Rgb colour = body.person().hatColour();
        HatShape kind = body.person().hatShape();
        if (kind == HatShape.SUN_HAT) {
            layers.add(HAT, ellipse(0, -0.3, 2.0, 0.3), body.lit(colour.times(0.85)));
        }
        Stack dome = new Stack(List.of(
                new Slice(x, y - 1.24 * radiusY, 0.45 * radiusX),
                new Slice(x, y - 1.1 * radiusY, 0.85 * radiusX),
                new Slice(x, y - 0.75 * radiusY, 1.12 * radiusX),
                new Slice(x, y - 0.3 * radiusY, 1.2 * radiusX)));
        layers.add(HAT, dome, body.lit(colour));
        if (kind == HatShape.CAP && front > -0.4) {
            double half = 0.55 + 0.45 * Math.abs(front);
            layers.add(HAT, ellipse(1.1 * rightness, -0.28, half, 0.16), body.lit(colour.times(0.7)));
        }
        if (kind == HatShape.BEANIE) {
            layers.add(HAT, ellipse(0, -0.36, 1.24, 0.16), body.lit(colour.mix(Rgb.grey(0.9), 0.35)));
        }
    }
}
