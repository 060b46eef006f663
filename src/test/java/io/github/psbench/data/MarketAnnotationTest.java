package io.github.psbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;

class MarketAnnotationTest {
    @TempDir
    private Path folder;

    private Path file;
    private SmallMarket market;

    @BeforeEach
    void placeFile() {
        file = folder.resolve("market_attribute.mat");
        market = new SmallMarket(folder);
    }

    @Test
    void readsFieldsByNameWhateverTheirOrder() throws IOException {
        Array age = market.train.remove("age");
        market.train.put("age", age); // now last
        market.writeAnnotation(file);
        assertThat(new MarketAnnotation(file).people("train"))
                .containsEntry("0007", new PersonCategory(List.of(2, 1, 0, 0, 0, 0, 0, 0, 0, 0)));
    }

    @Test
    void agreesWithTable1OnTheRealAnnotation() {
        Path real = realAnnotation();
        assumeTrue(Files.exists(real), () -> real + " is not there");
        MarketAnnotation annotation = new MarketAnnotation(real);
        Map<String, PersonCategory> train = annotation.people("train");
        Map<String, PersonCategory> test = annotation.people("test");
        assertThat(train).hasSize(751);
        assertThat(test).hasSize(750);
        Set<PersonCategory> seen = new HashSet<>(train.values());
        Set<PersonCategory> asked = new HashSet<>(test.values());
        assertThat(seen).hasSize(508);
        assertThat(asked).hasSize(484);
        asked.removeAll(seen);
        assertThat(asked).hasSize(315);
        assertThat(withNone(train, 3)).as("no upper colour, train").isEqualTo(78);
        assertThat(withNone(test, 3)).as("no upper colour, test").isEqualTo(69);
        assertThat(withNone(train, 2)).as("no lower colour, train").isEqualTo(30);
        assertThat(withNone(test, 2)).as("no lower colour, test").isEqualTo(44);
    }

    @Test
    void refusesAFileThatIsNotMatlabs() throws IOException {
        Files.writeString(file, "hello");
        assertFails("cannot be read as a MATLAB 5 file");
    }

    @Test
    void refusesAFileThatIsCutShort() throws IOException {
        market.writeAnnotation(file);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertFails("cannot be read as a MATLAB 5 file");
    }

    @Test
    void refusesAFileOfOtherThings() throws IOException {
        SmallMarket.writeMat(file, Mat5.newMatFile().addArray("peta", Mat5.newScalar(1)));
        assertFails("has no 'market_attribute'; it has [peta]");
    }

    @Test
    void refusesAFileWithoutOneOfTheParts() throws IOException {
        SmallMarket.writeMat(
                file,
                Mat5.newMatFile().addArray("market_attribute", Mat5.newStruct().set("test", Mat5.newScalar(1))));
        assertFails("field market_attribute.train", "is missing", "[test]");
    }

    @Test
    void refusesAMissingField() throws IOException {
        market.train.remove("upred");
        market.writeAnnotation(file);
        assertFails("field train.upred", "is missing");
    }

    @Test
    void refusesAFieldOfAnotherKind() throws IOException {
        market.test.put("hat", Mat5.newString("no"));
        market.writeAnnotation(file);
        assertFails("field test.hat", "it is a char, not a matrix");
    }

    @Test
    void refusesAFieldOfAnotherLength() throws IOException {
        SmallMarket.set(market.test, "hat", 1, 1, 1);
        market.writeAnnotation(file);
        assertFails("field test.hat", "it has 3 values, but image_index has 2");
    }

    @Test
    void refusesValuesOutOfRange() throws IOException {
        SmallMarket.set(market.train, "age", 3, 5, 3);
        market.writeAnnotation(file);
        assertFails("field train.age", "identity 0007 has the value 5.0, not one of 1..4");
        SmallMarket.set(market.train, "age", 3, 1.5, 3);
        market.writeAnnotation(file);
        assertFails("field train.age", "identity 0007 has the value 1.5, not one of 1..4");
        SmallMarket.set(market.train, "age", 3, 1, 1);
        SmallMarket.set(market.train, "upred", 1, Double.NaN, 1);
        market.writeAnnotation(file);
        assertFails("field train.upred", "identity 0007 has the value NaN, not one of 1..2");
    }

    @Test
    void refusesAnIdentityThatIsThereTwice() throws IOException {
        SmallMarket.setIdentities(market.train, "0002", "0007", "0002");
        market.writeAnnotation(file);
        assertFails("field train.image_index", "identity 0002 is there twice, as elements 1 and 3");
    }

    @Test
    void refusesAnIdentityThatIsNone() throws IOException {
        SmallMarket.setIdentities(market.train, "0002", "7", "0010");
        market.writeAnnotation(file);
        assertFails("field train.image_index", "element 2 is '7', not four digits");
    }

    @Test
    void refusesTwoBagsAtOnce() throws IOException {
        SmallMarket.set(market.train, "handbag", 1, 2, 1);
        market.writeAnnotation(file);
        assertFails("field train.handbag", "identity 0007 has both this and backpack", "one bag at most");
    }

    @Test
    void refusesTwoColoursAtOnce() throws IOException {
        SmallMarket.set(market.test, "upwhite", 2, 1);
        market.writeAnnotation(file);
        assertFails("field test.upwhite", "identity 0001 has both this and upred", "one upper colour at most");
    }

    private void assertFails(String... parts) {
        Failure failure = catchThrowableOfType(Failure.class, () -> {
            MarketAnnotation annotation = new MarketAnnotation(file);
            annotation.people("train");
            annotation.people("test");
        });
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).isEqualTo(ErrorKind.DATA);
        assertThat(failure.getMessage()).contains(file.toString()).contains(parts);
    }

    private static long withNone(Map<String, PersonCategory> people, int group) {
        return people.values().stream()
                .filter(category -> category.values().get(group) == 0)
                .count();
    }

    private static Path realAnnotation() {
        Path root = Path.of(System.getenv().getOrDefault("PSBENCH_DATA", "../shared/data"));
        Path extracted = root.resolve("market1501/market_attribute.mat");
        return Files.exists(extracted)
                ? extracted
                : root.resolve("Market-1501-v15.09.15/attribute/market_attribute.mat");
    }
}
