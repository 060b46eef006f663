package io.github.psbench.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sinks;
import us.hebi.matlab.mat.types.Struct;

/**
 * A folder like Market-1501's: three people to learn from in four pictures, two categories; two people to search in four pictures, two
 * categories, one of them unseen; three distractors and a Thumbs.db. A test may spoil the annotation before it is written.
 */
public final class SmallMarket {
    private static final List<String> YES_OR_NO = List.of(
            "backpack",
            "bag",
            "handbag",
            "downblack",
            "downblue",
            "downbrown",
            "downgray",
            "downgreen",
            "downpink",
            "downpurple",
            "downwhite",
            "downyellow",
            "upblack",
            "upblue",
            "upgreen",
            "upgray",
            "uppurple",
            "upred",
            "upwhite",
            "upyellow",
            "clothes",
            "down",
            "up",
            "hair",
            "hat",
            "gender");

    final Map<String, Array> train = fields("0002", "0007", "0010");
    final Map<String, Array> test = fields("0001", "0003");
    private final Path folder;

    /** @param folder the folder to make, such as {@code Market-1501-v15.09.15} below a data root */
    public SmallMarket(Path folder) {
        this.folder = folder;
        set(train, "age", 3, 3, 3);
        set(train, "upred", 2, 1, 2);
        set(train, "backpack", 1, 2, 1);
        set(train, "gender", 2, 1, 2);
        set(test, "age", 3, 4);
        set(test, "upred", 2, 1);
        set(test, "gender", 2, 2);
    }

    static void set(Map<String, Array> fields, String name, double... values) {
        Matrix matrix = Mat5.newMatrix(1, values.length);
        for (int i = 0; i < values.length; i++) {
            matrix.setDouble(i, values[i]);
        }
        fields.put(name, matrix);
    }

    static void setIdentities(Map<String, Array> fields, String... identities) {
        Cell cell = Mat5.newCell(1, identities.length);
        for (int i = 0; i < identities.length; i++) {
            cell.set(i, Mat5.newString(identities[i]));
        }
        fields.put("image_index", cell);
    }

    /** Everything, the annotation at its usual place. */
    public SmallMarket write() throws IOException {
        writePictures();
        writeAnnotation(folder.resolve("attribute/market_attribute.mat"));
        return this;
    }

    void writePictures() throws IOException {
        picture("bounding_box_train/0010_c1s1_000451_03.jpg");
        picture("bounding_box_train/0002_c1s1_000451_03.jpg");
        picture("bounding_box_train/0002_c2s1_000301_01.jpg");
        picture("bounding_box_train/0007_c3s3_077419_03.jpg");
        picture("bounding_box_test/0003_c1s1_000376_01.jpg");
        picture("bounding_box_test/0001_c1s1_001051_02.jpg.jpg");
        picture("bounding_box_test/0000_c1s1_000151_01.jpg");
        picture("bounding_box_test/0000_c1s1_000376_03.jpg");
        picture("bounding_box_test/-1_c1s1_000401_03.jpg");
        picture("query/0003_c4s1_000301_00.jpg");
        picture("query/0001_c1s1_001051_00.jpg");
        Files.writeString(folder.resolve("query/Thumbs.db"), "litter");
    }

    void writeAnnotation(Path file) throws IOException {
        Struct root = Mat5.newStruct().set("train", struct(train)).set("test", struct(test));
        writeMat(file, Mat5.newMatFile().addArray("market_attribute", root));
    }

    static void writeMat(Path file, MatFile content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Mat5.newWriter(Sinks.newStreamingFile(file.toFile())).writeMat(content);
    }

    private static Struct struct(Map<String, Array> fields) {
        Struct struct = Mat5.newStruct();
        fields.forEach(struct::set);
        return struct;
    }

    private static Map<String, Array> fields(String... identities) {
        Map<String, Array> fields = new LinkedHashMap<>();
        setIdentities(fields, identities);
        double[] no = new double[identities.length];
        java.util.Arrays.fill(no, 1);
        set(fields, "age", no);
        YES_OR_NO.forEach(name -> set(fields, name, no));
        return fields;
    }

    /** A JPEG of 8 x 16 pixels whose colour depends on its name. */
    private void picture(String name) throws IOException {
        BufferedImage image = new BufferedImage(8, 16, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 8 * 16; i++) {
            image.setRGB(i % 8, i / 8, name.hashCode() & 0x7F7F7F);
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "jpeg", file.toFile());
    }
}
