package io.github.psbench.run.work;

import java.time.Duration;

/**
 * How holders of leases tell that they live.
 *
 * @param beat between two signs of life
 * @param silence after which a holder counts as dead; many beats, since machines pause
 */
public record LeaseTerms(Duration beat, Duration silence) {
    public static final LeaseTerms USUAL = new LeaseTerms(Duration.ofSeconds(1), Duration.ofSeconds(60));
}
