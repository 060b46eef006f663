package io.github.psbench.data.synthped;

import io.github.psbench.data.synthped.Canvas.Paint;
import io.github.psbench.data.synthped.Shape.Ellipse;
import io.github.psbench.data.synthped.Shape.Limb;
import io.github.psbench.data.synthped.Shape.Stack;
import io.github.psbench.data.synthped.Shape.Stack.Slice;
import java.util.List;

/** Paints what is behind a person, and what stands before one. */
final class Scene {
    private enum Obstacle {
        POST,
        BICYCLE,
        SHRUB
    }

    private final Canvas canvas;
    private final Dice dice;
    private final Noise texture;

    Scene(Canvas canvas, Dice dice) {
        this.canvas = canvas;
        this.dice = dice;
        texture = new Noise(dice.seed());
    }

    void background(Place place) {
        double horizon = place.horizon() + dice.between(-6, 6);
        double grain = dice.between(0.03, 0.1);
        boolean lawn = place.backdrop() == Place.Backdrop.LAWN;
        Rgb ground = lawn ? Rgb.ofHue(dice.between(70, 105), 0.4, dice.between(0.35, 0.5)) : place.ground();
        canvas.fillAll((x, y, across) -> {
            double speckle = grain * (texture.at(x / 9, y / 5) + 0.6 * texture.at(x / 2.5, y / 2));
            return (y < horizon ? place.wall() : ground).times(1 + speckle + 0.0015 * (y - horizon));
        });
        canvas.fill(
                new Limb(0, horizon, 0.7, Canvas.WIDTH, horizon, 0.7),
                Paint.plain(place.wall().times(0.6)));
        switch (place.backdrop()) {
            case WALL -> joints(horizon, place.wall().times(0.78));
            case SHOP_WINDOWS -> windows(horizon, place.detail());
            case SHRUBS -> shrubs(horizon);
            case RAILING -> railing(horizon, place.detail());
            case PARKED_CARS -> cars(horizon);
            case LAWN -> trunks(horizon);
        }
        if (dice.chance(0.4)) {
            kerb(horizon, ground.times(dice.chance(0.5) ? 1.25 : 0.7));
        }
    }

    private void joints(double horizon, Rgb colour) {
        double step = dice.between(7, 12);
        for (double y = dice.between(0, step); y < horizon; y += step) {
            canvas.fill(new Limb(-1, y, 0.4, Canvas.WIDTH + 1, y, 0.4), Paint.plain(colour), 0.6);
        }
    }

    private void windows(double horizon, Rgb frame) {
        double width = dice.between(18, 30);
        Rgb glass = Rgb.ofHue(210, 0.25, dice.between(0.2, 0.6));
        for (double x = dice.between(-width, 0); x < Canvas.WIDTH; x += width) {
            double middle = x + width / 2;
            canvas.fill(upright(middle, -2, horizon - 3, width * 0.46), Paint.plain(frame));
            canvas.fill(
                    upright(middle, -2, horizon - 6, width * 0.39),
                    (px, py, across) -> glass.times(1 + 0.25 * texture.at(px / 6, py / 9) + 0.15 * across));
        }
    }

    private void shrubs(double horizon) {
        int count = 5 + dice.below(6);
        for (int i = 0; i < count; i++) {
            blob(
                    dice.between(-5, Canvas.WIDTH + 5),
                    horizon - dice.between(0, 16),
                    dice.between(8, 17),
                    Rgb.ofHue(dice.between(75, 125), dice.between(0.3, 0.6), dice.between(0.18, 0.45)));
        }
    }

    private void railing(double horizon, Rgb colour) {
        double step = dice.between(5, 10);
        double top = horizon - dice.between(12, 20);
        canvas.fill(new Limb(-1, top, 0.8, Canvas.WIDTH + 1, top, 0.8), Paint.plain(colour));
        for (double x = dice.between(0, step); x < Canvas.WIDTH; x += step) {
            canvas.fill(new Limb(x, top, 0.6, x, horizon + 2, 0.6), Paint.plain(colour));
        }
    }

    private void cars(double horizon) {
        int count = 1 + dice.below(2);
        for (int i = 0; i < count; i++) {
            double x = dice.between(-10, Canvas.WIDTH + 10);
            Rgb body = Tint.any(dice).shade(dice).mix(Rgb.grey(0.6), 0.4);
            double half = dice.between(20, 32);
            double floor = horizon + dice.between(2, 9);
            canvas.fill(
                    new Stack(List.of(
                            new Slice(x, floor - 26, half * 0.5),
                            new Slice(x, floor - 17, half * 0.72),
                            new Slice(x, floor - 15, half),
                            new Slice(x, floor - 3, half))),
                    (px, py, across) -> body.times(1 - 0.15 * across * across));
            canvas.fill(upright(x, floor - 24.5, floor - 17.5, half * 0.52), Paint.plain(Rgb.grey(0.2)));
            for (int side = -1; side <= 1; side += 2) {
                canvas.fill(new Ellipse(x + side * half * 0.6, floor - 3, 4, 4), Paint.plain(Rgb.grey(0.1)));
            }
        }
    }

    private void trunks(double horizon) {
        int count = 1 + dice.below(3);
        for (int i = 0; i < count; i++) {
            double x = dice.between(0, Canvas.WIDTH);
            Rgb bark = Rgb.ofHue(28, 0.35, dice.between(0.2, 0.36));
            canvas.fill(new Limb(x, -3, 2.5, x + dice.between(-2, 2), horizon + 4, 3.2), Paint.plain(bark));
        }
    }

    private void kerb(double horizon, Rgb colour) {
        double left = dice.between(horizon + 8, Canvas.HEIGHT);
        double right = left + dice.between(-25, 25);
        canvas.fill(new Limb(-2, left, 1.5, Canvas.WIDTH + 2, right, 1.5), Paint.plain(colour), 0.8);
    }

    /** Something before the person: a post, a parked bicycle, or a shrub; passers-by are painted as people are. */
    void obstacle() {
        switch (dice.any(Obstacle.values())) {
            case POST -> post();
            case BICYCLE -> bicycle();
            case SHRUB -> shrub();
        }
    }

    private void post() {
        double x = Canvas.WIDTH * (dice.chance(0.5) ? dice.between(0.1, 0.4) : dice.between(0.6, 0.9));
        double radius = dice.between(2, 4.5);
        Rgb colour = Rgb.ofHue(dice.between(0, 360), dice.between(0, 0.25), dice.between(0.15, 0.8));
        canvas.fill(
                new Limb(x, -5, radius, x, Canvas.HEIGHT + 5, radius),
                (px, py, across) -> colour.times(1.05 - 0.3 * across * across));
    }

    private void bicycle() {
        double x = Canvas.WIDTH * dice.between(0.15, 0.85);
        double y = Canvas.HEIGHT - dice.between(8, 16);
        double radius = dice.between(12, 16);
        Paint tyre = Paint.plain(Rgb.grey(0.1));
        Paint frame = Paint.plain(Tint.any(dice).shade(dice));
        for (int side = -1; side <= 1; side += 2) {
            double hub = x + side * radius * 1.25;
            for (int spoke = 0; spoke < 24; spoke++) {
                double from = spoke * Math.PI / 12;
                double to = from + Math.PI / 12;
                canvas.fill(
                        new Limb(
                                hub + radius * StrictMath.cos(from),
                                y + radius * StrictMath.sin(from),
                                1,
                                hub + radius * StrictMath.cos(to),
                                y + radius * StrictMath.sin(to),
                                1),
                        tyre);
            }
            canvas.fill(new Limb(hub, y, 1.3, x + side * 4, y - radius * 1.3, 1.3), frame);
        }
        canvas.fill(new Limb(x - radius * 1.25, y, 1.3, x, y + 1, 1.3), frame);
        canvas.fill(new Limb(x - 6, y - radius * 1.3, 1.3, x + 10, y - radius * 1.35, 1.3), frame);
        canvas.fill(new Limb(x - 9, y - radius * 1.55, 1.8, x - 2, y - radius * 1.55, 1.8), tyre);
    }

    private void shrub() {
        double x = dice.chance(0.5) ? dice.between(-4, 18) : dice.between(46, 68);
        Rgb leaves = Rgb.ofHue(dice.between(75, 125), dice.between(0.35, 0.6), dice.between(0.2, 0.42));
        for (int i = 0; i < 7; i++) {
            blob(x + dice.between(-12, 12), Canvas.HEIGHT - dice.between(-4, 34), dice.between(6, 12), leaves);
        }
    }

    private void blob(double x, double y, double radius, Rgb leaves) {
        canvas.fill(
                new Ellipse(x, y, radius, radius * 0.85),
                (px, py, across) -> leaves.times(1 + 0.35 * texture.at(px / 2.2, py / 2.2)));
    }

    private static Stack upright(double x, double top, double bottom, double halfWidth) {
        return new Stack(List.of(new Slice(x, top, halfWidth), new Slice(x, bottom, halfWidth)));
    }
}
