package io.github.psbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against numbers that NumPy 2.4 printed. */
class NumpyRandomStateTest {
    @Test
    void drawsTheWordsOfTheMersenneTwister() {
        NumpyRandomState usual = new NumpyRandomState(5489);
        assertThat(words(usual, 3)).containsExactly(3_499_211_612L, 581_869_302L, 3_890_346_734L);
        assertThat(words(new NumpyRandomState(2), 5))
                .containsExactly(1_872_583_848L, 794_921_487L, 111_352_301L, 4_000_937_544L, 2_360_782_358L);
    }

    @Test
    void theTenThousandthWordIsThatOfTheCStandardLibraries() {
        NumpyRandomState random = new NumpyRandomState(5489);
        words(random, 9_999);
        assertThat(words(random, 1)).as("std::mt19937, C++11, 26.5.5").containsExactly(4_123_659_995L);
    }

    @Test
    void shufflesAsNumpyDoes() {
        assertThat(new NumpyRandomState(0).permutation(10)).containsExactly(2, 8, 4, 9, 1, 6, 7, 3, 0, 5);
        assertThat(new NumpyRandomState(123).permutation(7)).containsExactly(1, 3, 4, 0, 2, 5, 6);
        assertThat(new NumpyRandomState(0xFFFF_FFFFL).permutation(20))
                .containsExactly(11, 17, 19, 15, 1, 5, 8, 16, 13, 18, 14, 9, 10, 6, 0, 4, 7, 12, 2, 3);
    }

    @Test
    void choosesAsNumpyDoes() {
        int[] chosen = new NumpyRandomState(2).choice(2_090, 1_890);
        assertThat(Arrays.copyOf(chosen, 10)).containsExactly(241, 231, 1287, 581, 1006, 1600, 1671, 663, 1431, 763);
        assertThat(chosen).hasSize(1_890).doesNotHaveDuplicates();
        assertThat(Arrays.copyOf(new NumpyRandomState(1).choice(2_090, 1_890), 10))
                .containsExactly(625, 1228, 396, 986, 1371, 1473, 414, 1422, 1400, 161);
    }

    @Test
    void refusesSeedsThatNumpyHasNot() {
        assertThatThrownBy(() -> new NumpyRandomState(-1)).hasMessageContaining("0..2^32-1, got -1");
        assertThatThrownBy(() -> new NumpyRandomState(1L << 32)).hasMessageContaining("got 4294967296");
    }

    private static long[] words(NumpyRandomState random, int count) {
        return IntStream.range(0, count)
                .mapToLong(i -> Integer.toUnsignedLong(random.word()))
                .toArray();
    }
}
