package io.github.psbench.data.synthped;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Random numbers that are the same on every machine. Each purpose of each image rolls dice of its own, so that drawing more of one
 * thing leaves every other thing as it was.
 */
final class Dice {
    /** What a stream of numbers is for. */
    enum Purpose {
        CATEGORIES(0),
        PERSON(1),
        PLACE(2),
        STANCE(3),
        SCENE(4),
        OCCLUSION(5),
        LENS(6),
        SHOWING(7);

        private final int stream;

        Purpose(int stream) {
            this.stream = stream;
        }
    }

    private final UniformRandomProvider numbers;

    private Dice(long seed) {
        numbers = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    }

    /** @param index which image, person or place */
    static Dice of(long seed, Purpose purpose, long index) {
        return new Dice(scramble(scramble(scramble(seed) + purpose.stream) + index));
    }

    /** The finaliser of SplitMix64: neighbouring seeds give unrelated streams. */
    private static long scramble(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** In [from, to). */
    double between(double from, double to) {
        return from + (to - from) * numbers.nextDouble();
    }

    boolean chance(double rate) {
        return numbers.nextDouble() < rate;
    }

    /** In 0..bound-1. */
    int below(int bound) {
        return numbers.nextInt(bound);
    }

    /** Any option, each as likely as the others. */
    <T> T any(T[] options) {
        return options[numbers.nextInt(options.length)];
    }

    /** Any option, each as likely as its weight says; weights need not add up to one. */
    <T> T weighted(T[] options, double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = numbers.nextDouble() * total;
        for (int i = 0; i < options.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return options[i];
            }
        }
        return options[options.length - 1];
    }

    /** About normal with standard deviation 1, within -6..6: the sum of twelve uniform numbers, less six. */
    double normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += numbers.nextDouble();
        }
        return sum;
    }

    /** Like {@link #normal} but coarser and many times faster, for the grain of every pixel: three 16-bit numbers of one draw. */
    double grain() {
        long bits = numbers.nextLong();
        long sum = (bits & 0xFFFF) + ((bits >>> 16) & 0xFFFF) + ((bits >>> 32) & 0xFFFF);
        return sum / 32768.0 - 3;
    }

    long seed() {
        return numbers.nextLong();
    }
}
