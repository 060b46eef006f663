package io.github.psbench.train;

import io.github.psbench.base.Sha256;
import java.util.HexFormat;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Independent streams of random numbers, each named after what it is for, all fixed by one seed. */
record RandomStreams(long seed) {
    UniformRandomProvider named(String purpose) {
        byte[] digest = HexFormat.of()
                .parseHex(new Sha256().add(Long.toString(seed)).add(purpose).hex());
        return RandomSource.XO_SHI_RO_256_PP.create(digest);
    }
}
