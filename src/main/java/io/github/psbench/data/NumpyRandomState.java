package io.github.psbench.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * NumPy's legacy {@code RandomState}: the Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), seeded and used as NumPy does, bit for bit,
 * because published splits were drawn with it.
 */
final class NumpyRandomState {
    private static final int WORDS = 624;
    private static final int SHIFT = 397;

    private final int[] state = new int[WORDS];
    private int next = WORDS;

    /** @param seed 0..2^32-1 */
    NumpyRandomState(long seed) {
        if (seed < 0 || seed > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("a seed of NumPy must be in 0..2^32-1, got " + seed);
        }
        state[0] = (int) seed;
        for (int i = 1; i < WORDS; i++) {
            state[i] = 1_812_433_253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    /** {@code RandomState.choice(n, k, replace=False)}: k different numbers of 0..n-1. */
    int[] choice(int n, int k) {
        return Arrays.copyOf(permutation(n), k);
    }

    /** {@code RandomState.permutation(n)}: the numbers 0..n-1, shuffled. */
    int[] permutation(int n) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = below(i);
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
        return order;
    }

    /** 0..most, equally often: numbers of as many bits as {@code most} has, until one is not larger. */
    private int below(int most) {
        int mask = -1 >>> Integer.numberOfLeadingZeros(most);
        int drawn = word() & mask;
        while (drawn > most) {
            drawn = word() & mask;
        }
        return drawn;
    }

    /** The next 32 random bits. */
    int word() {
        if (next == WORDS) {
            renew();
            next = 0;
        }
        int word = state[next++];
        word ^= word >>> 11;
        word ^= (word << 7) & 0x9D2C_5680;
        word ^= (word << 15) & 0xEFC6_0000;
        return word ^ (word >>> 18);
    }

    private void renew() {
        for (int i = 0; i < WORDS; i++) {
            int mixed = (state[i] & 0x8000_0000) | (state[(i + 1) % WORDS] & 0x7FFF_FFFF);
            int twist = (mixed & 1) == 0 ? 0 : 0x9908_B0DF;
            state[i] = state[(i + SHIFT) % WORDS] ^ (mixed >>> 1) ^ twist;
        }
    }
}
