package io.github.psbench.data.synthped;

import io.github.psbench.data.synthped.Attributes.Gender;

/**
 * A body's measures, in parts of its own stature. Children have large heads and short legs; old people stoop and are broad in the
 * middle; men are broad in the shoulders and women in the hips.
 *
 * @param head from chin to crown
 * @param shoulders half the breadth
 * @param waist half the breadth
 * @param hips half the breadth
 * @param depth half of the trunk's depth from chest to back
 * @param legs from the ground to the hip joint
 * @param limbs thickness of arms and legs, about 1
 * @param stoop how far the trunk leans forward, radians
 * @param stature against other people, about 1: how much of the picture's height is filled
 */
record Build(
        double head,
        double shoulders,
        double waist,
        double hips,
        double depth,
        double legs,
        double limbs,
        double stoop,
        double stature) {
    static Build draw(Attributes attributes, Dice dice) {
        Build mean = mean(attributes.age(), attributes.gender() == Gender.FEMALE);
        double width = 1 + 0.06 * dice.normal();
        return new Build(
                mean.head * (1 + 0.03 * dice.normal()),
                mean.shoulders * width * (1 + 0.03 * dice.normal()),
                mean.waist * width * (1 + 0.05 * dice.normal()),
                mean.hips * width * (1 + 0.03 * dice.normal()),
                mean.depth * width,
                mean.legs * (1 + 0.02 * dice.normal()),
                mean.limbs * width,
                mean.stoop * (1 + 0.25 * dice.normal()),
                mean.stature * (1 + 0.02 * dice.normal()));
    }

    private static Build mean(Attributes.Age age, boolean female) {
        return switch (age) {
            case YOUNG -> new Build(0.205, 0.112, 0.09, 0.092, 0.07, 0.43, 1.02, 0.02, 0.76);
            case TEENAGER ->
                female
                        ? new Build(0.148, 0.102, 0.068, 0.094, 0.058, 0.5, 0.9, 0.02, 0.94)
                        : new Build(0.146, 0.119, 0.083, 0.084, 0.06, 0.5, 0.97, 0.02, 0.97);
            case ADULT ->
                female
                        ? new Build(0.134, 0.113, 0.085, 0.11, 0.073, 0.49, 1.1, 0.03, 0.96)
                        : new Build(0.132, 0.14, 0.106, 0.1, 0.08, 0.49, 1.16, 0.03, 1);
            case OLD ->
                female
                        ? new Build(0.145, 0.115, 0.105, 0.118, 0.088, 0.46, 1.1, 0.27, 0.88)
                        : new Build(0.143, 0.128, 0.115, 0.108, 0.09, 0.47, 1.08, 0.25, 0.9);
        };
    }
}
