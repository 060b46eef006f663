package io.github.psbench.data;

import io.github.psbench.settings.SettingsReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/**
 * A PETA of 440 images: 44 in each of its ten sub-sets. Images 0 to 419 are of 210 categories, two each in turn; the others are the only ones of
 * their category.
 */
final class SmallPeta {
    static final int IMAGES = 440;
    private static final int CATEGORIES = 210;

    final List<String> attributes = new ArrayList<>();
    final boolean[][] bits = new boolean[IMAGES][];
    private final Path folder;

    /** @param folder the folder to make, such as {@code PETA} below a data root */
    SmallPeta(Path folder) {
        this.folder = folder;
        SettingsReader.resource("groups/peta.yaml", GroupTable.class)
                .groups()
                .values()
                .forEach(group -> attributes.addAll(group.members()));
        for (int image = 0; image < IMAGES; image++) {
            int category = image < 2 * CATEGORIES ? image % CATEGORIES : image;
            bits[image] = new boolean[attributes.size()];
            for (int bit = 0; bit < 9; bit++) {
                bits[image][11 * bit] = (category >> bit & 1) == 1;
            }
        }
    }

    SmallPeta write() throws IOException {
        for (int image = 0; image < IMAGES; image++) {
            Path file = picture(image);
            Files.createDirectories(file.getParent());
            BufferedImage drawn = new BufferedImage(4, 8, BufferedImage.TYPE_3BYTE_BGR);
            drawn.setRGB(0, 0, image);
            ImageIO.write(drawn, "bmp", file.toFile());
        }
        writeAnnotation();
        return this;
    }

    Path picture(int image) {
        return folder.resolve(PetaFolder.SUBSETS.get(image / 44))
                .resolve("archive")
                .resolve(String.format("%04d_%d.bmp", image % 44, image));
    }

    /** With a line for each image of the sub-set, in the spelling of the labels. */
    Path writeLabels(int subset) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int image = 44 * subset; image < 44 * subset + 44; image++) {
            StringBuilder line = new StringBuilder(String.format("%04d", image % 44));
            for (int a = 0; a < attributes.size(); a++) {
                if (bits[image][a]) {
                    line.append(' ').append(attributes.get(a).replace("footwearSneaker", "footwearSneakers"));
                }
            }
            lines.add(line.append(" accessoryShawl").toString());
        }
        Path file = folder.resolve(PetaFolder.SUBSETS.get(subset))
                .resolve("archive")
                .resolve("Label.txt");
        return Files.write(file, lines);
    }

    /** The matrix of the annotation as it should be. */
    Matrix data() {
        Matrix data = Mat5.newMatrix(IMAGES, 4 + attributes.size());
        for (int image = 0; image < IMAGES; image++) {
            data.setInt(image, 0, image + 1);
            data.setInt(image, 1, image);
            data.setInt(image, 2, image / 44 + 1);
            data.setInt(image, 3, image);
            for (int a = 0; a < attributes.size(); a++) {
                data.setInt(image, 4 + a, bits[image][a] ? 1 : 0);
            }
        }
        return data;
    }

    void writeAnnotation() throws IOException {
        writeAnnotation(data());
    }

    void writeAnnotation(Array data) throws IOException {
        Cell names = Mat5.newCell(attributes.size(), 1);
        for (int a = 0; a < attributes.size(); a++) {
            names.set(a, Mat5.newString(attributes.get(a)));
        }
        writeAnnotation(Mat5.newStruct().set("data", data).set("attribute", names));
    }

    void writeAnnotation(Struct root) throws IOException {
        SmallMarket.writeMat(annotation(), Mat5.newMatFile().addArray("peta", root));
    }

    Path annotation() {
        return folder.resolve("PETA.mat");
    }
}
