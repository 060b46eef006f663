package io.github.psbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.data.picture.RgbImage;
import io.github.psbench.data.synthped.Album;
import io.github.psbench.data.synthped.Size;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole small data set, drawn once. */
class SynthPedTest {
    /** Of revision {@link Album#REVISION}; a change of either without the other is a mistake. */
    private static final String DIGEST = "638998d17e23f145812bcb860c6aa9a60d7c9a36ad919bcb46301746942eb888";

    private static Places places;
    private static PersonDataset people;

    @BeforeAll
    static void draw(@TempDir Path folder) {
        places = new Places(folder.resolve("data"), folder.resolve("cache"));
        people = new SynthPed(1, Size.SMALL).load(places, Progress.SILENT);
    }

    @Test
    void isTheSameOnEveryMachine() {
        assertThat(Album.REVISION).isEqualTo(1);
        assertThat(people.digest()).isEqualTo(DIGEST);
    }

    @Test
    void hasTheSizeThatItsPageSays() {
        assertThat(people.name()).isEqualTo("synthped");
        assertThat(people.train()).hasSize(2400);
        assertThat(people.gallery()).hasSize(1260);
        assertThat(people.trainCategories()).hasSize(150);
        assertThat(people.queryCategories()).hasSize(140);
        assertThat(people.unseenCategories()).hasSize(80);
    }

    @Test
    void speaksOfMarketsAttributes() {
        assertThat(people.schema()).isEqualTo(MarketSchema.of(Encoding.PATTERNS));
        Stream.concat(people.train().stream(), people.gallery().stream())
                .forEach(image ->
                        assertThat(people.schema().encode(image.category())).hasSize(39));
    }

    @Test
    void comesBackFromTheCacheAsItWas() {
        PersonDataset again = new SynthPed(1, Size.SMALL).load(places, (what, units) -> {
            throw new AssertionError("drawn again: " + what);
        });
        assertThat(again.digest()).isEqualTo(people.digest());
        RgbImage first = people.gallery().get(700).picture().get();
        RgbImage second = again.gallery().get(700).picture().get();
        assertThat(second.pixels()).isEqualTo(first.pixels());
        assertThat(first.width()).isEqualTo(64);
        assertThat(first.height()).isEqualTo(128);
    }
}
