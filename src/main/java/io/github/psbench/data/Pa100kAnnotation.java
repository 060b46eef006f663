package io.github.psbench.data;

import io.github.psbench.settings.SettingsReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Matrix;

/**
 * The file {@code annotation.mat} of PA-100K: for each of train, val and test the names of the images and a matrix of zeros and ones, a row an
 * image and a column for each of 26 attributes.
 */
final class Pa100kAnnotation {
    static final List<String> PARTS = List.of("train", "val", "test");

    private static final Pattern PICTURE = Pattern.compile("[0-9]{6}\\.jpg");

    private final Path path;
    private final MatlabFile file;
    private final List<String> attributes;
    private final Map<String, List<String>> names = new HashMap<>();
    private final Map<String, boolean[][]> labels = new HashMap<>();

    /** @throws io.github.psbench.base.Failure of kind DATA, naming the field, if anything in the file is not as this class says */
    Pa100kAnnotation(Path path) {
        this.path = path;
        file = new MatlabFile(path, "Put the annotation.mat of PA-100K in its place.");
        attributes = file.texts("attributes", file.variable("attributes", Cell.class));
        Map<String, String> places = new HashMap<>();
        for (String part : PARTS) {
            read(part, places);
        }
    }

    private void read(String part, Map<String, String> places) {
        String field = part + "_images_name";
        List<String> images = file.texts(field, file.variable(field, Cell.class));
        for (int i = 0; i < images.size(); i++) {
            String place = part + ", element " + (i + 1);
            if (!isPicture(images.get(i))) {
                throw file.wrong(field, "element " + (i + 1) + " is '" + images.get(i) + "', not like 000001.jpg");
            }
            String before = places.put(images.get(i), place);
            if (before != null) {
                throw file.wrong(field, images.get(i) + " is there twice: " + before + ", and " + place);
            }
        }
        String label = part + "_label";
        Matrix matrix = file.variable(label, Matrix.class);
        if (matrix.getNumRows() != images.size() || matrix.getNumCols() != attributes.size()) {
            throw file.wrong(
                    label,
                    String.format(
                            "it is %d x %d, but there are %d images in %s and %d attributes",
                            matrix.getNumRows(), matrix.getNumCols(), images.size(), field, attributes.size()));
        }
        names.put(part, images);
        labels.put(part, file.bits(label, matrix, 0));
    }

    /** Whether PA-100K names its pictures like this. */
    static boolean isPicture(String name) {
        return PICTURE.matcher(name).matches();
    }

    /** The attribute groups, and what in the file belongs to which. */
    BinaryAttributes grouped() {
        return new BinaryAttributes(
                SettingsReader.resource("groups/pa100k.yaml", GroupTable.class), attributes, path.toString());
    }

    /** @param part one of {@link #PARTS} */
    List<String> images(String part) {
        return names.getOrDefault(part, List.of());
    }

    /** For each image of a part and each attribute, whether it holds. */
    boolean[][] labels(String part) {
        return labels.getOrDefault(part, new boolean[0][]);
    }
}
