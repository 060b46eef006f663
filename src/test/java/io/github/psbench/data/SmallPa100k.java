package io.github.psbench.data;

import io.github.psbench.settings.SettingsReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;

/** A PA-100K of 12 images: 000001 to 000006 to learn from, 7 and 8 to validate on, 9 to 12 to test. Image i has the attributes i and i + 1. */
final class SmallPa100k {
    final Map<String, Array> fields = new LinkedHashMap<>();
    private final Path folder;
    private final Path images;

    /** @param images below the folder, such as "release_data/release_data" */
    SmallPa100k(Path folder, String images) {
        this.folder = folder;
        this.images = folder.resolve(images);
        List<String> attributes = new ArrayList<>();
        SettingsReader.resource("groups/pa100k.yaml", GroupTable.class)
                .groups()
                .values()
                .forEach(group -> attributes.addAll(group.members()));
        fields.put("attributes", texts(attributes));
        part("train", 1, 6, attributes.size());
        part("val", 7, 8, attributes.size());
        part("test", 9, 12, attributes.size());
    }

    private void part(String part, int first, int last, int attributes) {
        List<String> names = new ArrayList<>();
        Matrix labels = Mat5.newMatrix(last - first + 1, attributes);
        for (int image = first; image <= last; image++) {
            names.add(name(image));
            labels.setInt(image - first, image, 1);
            labels.setInt(image - first, image + 1, 1);
        }
        fields.put(part + "_images_name", texts(names));
        fields.put(part + "_label", labels);
    }

    static Cell texts(List<String> texts) {
        Cell cell = Mat5.newCell(texts.size(), 1);
        for (int i = 0; i < texts.size(); i++) {
            cell.set(i, Mat5.newString(texts.get(i)));
        }
        return cell;
    }

    static String name(int image) {
        return String.format("%06d.jpg", image);
    }

    Path picture(int image) {
        return images.resolve(name(image));
    }

    Path annotation() {
        return folder.resolve("annotation.mat");
    }

    SmallPa100k write() throws IOException {
        Files.createDirectories(images);
        for (int image = 1; image <= 12; image++) {
            ImageIO.write(
                    new BufferedImage(4, 8, BufferedImage.TYPE_3BYTE_BGR),
                    "jpeg",
                    picture(image).toFile());
        }
        writeAnnotation();
        return this;
    }

    void writeAnnotation() throws IOException {
        MatFile file = Mat5.newMatFile();
        fields.forEach(file::addArray);
        SmallMarket.writeMat(annotation(), file);
    }
}
