package io.github.psbench.data;

import io.github.psbench.data.picture.RgbImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** A csv-folder of two training and two gallery images, one category of the gallery unseen. A test may write other files over it. */
record SmallCsvFolder(Path folder) {
    static final String HEADER = "path,split,gender,carrying";
    static final String ROWS = """
            images/a.png,train,male,
            images/b.png,train,female,backpack
            images/c.png,gallery,female,backpack
            images/d.png,gallery,female,backpack|umbrella
            """;

    SmallCsvFolder write() throws IOException {
        schema("""
                groups:
                  gender: {one-of: [male, female]}
                  carrying: {any-of: [backpack, umbrella]}
                """);
        images(HEADER + "\n" + ROWS);
        for (String name : List.of("a", "b", "c", "d")) {
            picture("images/" + name + ".png");
        }
        return this;
    }

    void schema(String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("schema.yaml"), text);
    }

    void images(String text) throws IOException {
        images(text.getBytes(StandardCharsets.UTF_8));
    }

    void images(byte[] bytes) throws IOException {
        Files.write(folder.resolve("images.csv"), bytes);
    }

    /** 4 x 8 pixels whose colour depends on the name. */
    void picture(String path) throws IOException {
        byte[] pixels = new byte[4 * 8 * 3];
        Arrays.fill(pixels, (byte) path.hashCode());
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        ImageIO.write(new RgbImage(4, 8, pixels).buffered(), "png", file.toFile());
    }
}
