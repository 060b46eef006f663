package io.github.psbench.data.synthped;

import io.github.psbench.data.synthped.Attributes.Bag;
import java.util.List;

/**
 * Where the joints of a body are in a stance. Of joints in pairs the first is the person's right one.
 *
 * @param hip the middle between the hip joints
 * @param neck where neck and shoulders meet
 * @param head the middle of the head
 */
record Skeleton(
        Joint hip,
        Joint neck,
        Joint head,
        List<Joint> shoulders,
        List<Joint> elbows,
        List<Joint> hands,
        List<Joint> hips,
        List<Joint> knees,
        List<Joint> ankles) {
    static final double ANKLE = 0.035;
    private static final double NECK = 0.03;

    /**
     * A point of the body in statures.
     *
     * @param right towards the picture's right when the person faces the camera
     * @param up from the ground
     * @param forward the way the person faces
     */
    record Joint(double right, double up, double forward) {
        Joint plus(double moreRight, double moreUp, double moreForward) {
            return new Joint(right + moreRight, up + moreUp, forward + moreForward);
        }

        Joint towards(Joint other, double share) {
            return new Joint(
                    right + (other.right - right) * share,
                    up + (other.up - up) * share,
                    forward + (other.forward - forward) * share);
        }

        /** The end of a limb that hangs from here, swung forward from straight down by some radians. */
        private Joint hang(double length, double swing, double outward) {
            return plus(outward * length, -length * StrictMath.cos(swing), length * StrictMath.sin(swing));
        }
    }

    static Skeleton of(Person person, Stance stance, Bag bag) {
        Build build = person.build();
        double bone = (build.legs() - ANKLE) / 2;
        Joint hip = new Joint(0, build.legs(), 0);
        List<Joint> hips = List.of(hip.plus(-build.hips() * 0.5, 0, 0), hip.plus(build.hips() * 0.5, 0, 0));
        List<Joint> knees = List.of(
                hips.get(0).hang(bone, thigh(stance, 0), -0.03), hips.get(1).hang(bone, thigh(stance, 1), 0.03));
        List<Joint> ankles = List.of(
                knees.get(0).hang(bone, thigh(stance, 0) - knee(stance, 0), -0.02),
                knees.get(1).hang(bone, thigh(stance, 1) - knee(stance, 1), 0.02));
        double sink = ANKLE - Math.min(ankles.get(0).up(), ankles.get(1).up());
        Joint sunkHip = hip.plus(0, sink, 0);
        double trunk = 1 - build.head() - NECK - build.legs();
        double stoop = build.stoop();
        Joint neck = sunkHip.plus(0, trunk * StrictMath.cos(stoop), trunk * StrictMath.sin(stoop));
        Joint head = neck.plus(0, (NECK + build.head() / 2) * StrictMath.cos(0.6 * stoop), 0.25 * stoop * build.head());
        List<Joint> shoulders = List.of(
                neck.plus(0.026 - build.shoulders(), -0.036, 0), neck.plus(build.shoulders() - 0.026, -0.036, 0));
        List<Arm> arms = List.of(Arm.of(person, stance, bag, 0), Arm.of(person, stance, bag, 1));
        List<Joint> elbows = List.of(elbow(shoulders, arms, 0, trunk), elbow(shoulders, arms, 1, trunk));
        return new Skeleton(
                sunkHip,
                neck,
                head,
                shoulders,
                elbows,
                List.of(hand(elbows, arms, 0, trunk), hand(elbows, arms, 1, trunk)),
                moved(hips, sink),
                moved(knees, sink),
                moved(ankles, sink));
    }

    /** A point of the trunk's axis: 0 is the neck, 1 the hip; beyond 1 it goes straight down. */
    Joint spine(double share) {
        return share <= 1 ? neck.towards(hip, share) : hip.plus(0, (1 - share) * (neck.up() - hip.up()), 0);
    }

    private static double thigh(Stance stance, int side) {
        return stance.stride() * StrictMath.sin(stance.phase() + side * Math.PI);
    }

    /** The knee bends while its leg swings forward. */
    private static double knee(Stance stance, int side) {
        double swinging = StrictMath.cos(stance.phase() + side * Math.PI);
        return 0.04 + 1.3 * stance.stride() * Math.max(0, swinging);
    }

    private static List<Joint> moved(List<Joint> joints, double up) {
        return joints.stream().map(joint -> joint.plus(0, up, 0)).toList();
    }

    private static Joint elbow(List<Joint> shoulders, List<Arm> arms, int side, double trunk) {
        return shoulders.get(side).hang(0.46 * trunk, arms.get(side).swing, side == 0 ? -0.16 : 0.16);
    }

    private static Joint hand(List<Joint> elbows, List<Arm> arms, int side, double trunk) {
        Arm arm = arms.get(side);
        return elbows.get(side).hang(0.45 * trunk, arm.swing + arm.bend, side == 0 ? -0.04 : 0.04);
    }

    /** How an arm is held: the upper arm forward from straight down, and the forearm forward from that, radians. */
    private record Arm(double swing, double bend) {
        static Arm of(Person person, Stance stance, Bag bag, int side) {
            boolean bagSide = (side == 0) == (person.bagSide() < 0);
            if (bag == Bag.HANDBAG && bagSide) {
                return person.bagOnForearm() ? new Arm(0, 1.45) : new Arm(0.05, 0.08);
            }
            if (person.cane() && !bagSide) {
                return new Arm(0.15, 0.6);
            }
            if (stance.phone() && !bagSide) {
                return new Arm(0.35, 1.9);
            }
            return new Arm(-0.85 * thigh(stance, side), 0.25);
        }
    }
}
