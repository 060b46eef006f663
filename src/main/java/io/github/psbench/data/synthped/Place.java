package io.github.psbench.data.synthped;

import io.github.psbench.data.synthped.Dice.Purpose;
import java.util.List;

/**
 * What one camera sees all day: its background, its light and its colours. A data set has {@link #COUNT} of them, one a backdrop, and
 * every person is seen by several.
 *
 * @param backdrop what stands behind people
 * @param pitch radians by which the camera looks down
 * @param horizon where the ground ends, pixels from the top
 * @param light where the sun is, from the left, -1, to the right, 1
 * @param gains how strongly the camera sees red, green and blue, about 1
 */
record Place(
        Backdrop backdrop, double pitch, double horizon, double light, Rgb ground, Rgb wall, Rgb detail, Rgb gains) {
    static final int COUNT = 6;

    /** What stands behind people. */
    enum Backdrop {
        WALL,
        SHOP_WINDOWS,
        SHRUBS,
        RAILING,
        PARKED_CARS,
        LAWN
    }

    static Place of(long seed, int index, Nuisances nuisances) {
        Dice dice = Dice.of(seed, Purpose.PLACE, index);
        Backdrop backdrop = List.of(Backdrop.values()).get(index);
        double exposure = 1.1 + 0.6 * nuisances.exposure() * dice.normal();
        return new Place(
                backdrop,
                dice.between(0.1, 0.32),
                dice.between(22, 58),
                dice.between(-1, 1),
                Rgb.ofHue(dice.between(20, 60), dice.between(0.02, 0.2), dice.between(0.42, 0.75)),
                Rgb.ofHue(dice.between(10, 240), dice.between(0.03, 0.25), dice.between(0.35, 0.75)),
                Tint.any(dice).shade(dice).mix(Rgb.grey(0.5), 0.35),
                new Rgb(
                        exposure * (1 + 0.7 * nuisances.cast() * dice.normal()),
                        exposure,
                        exposure * (1 + 0.7 * nuisances.cast() * dice.normal())));
    }
}
