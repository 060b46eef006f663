package io.github.psbench.data;

import io.github.psbench.settings.SettingsReader;
import java.nio.file.Path;
import java.util.List;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/**
 * The file {@code PETA.mat}: what each image shows. Its struct {@code peta} has the names of 105 attributes and a matrix of 109 columns, a row
 * an image: its number, its person, its sub-set (1..10 in the order of {@link PetaFolder#SUBSETS}), its person's number there, and a zero or
 * one for each attribute.
 */
final class PetaAnnotation {
    private static final String ROOT = "peta";
    private static final int SUBSET = 2;
    private static final int FIRST = 4;

    private final MatlabFile file;
    private final Path path;
    private final List<String> attributes;
    private final Matrix data;
    private final boolean[][] bits;

    /** @throws io.github.psbench.base.Failure of kind DATA, naming the field, if anything in the file is not as this class says */
    PetaAnnotation(Path path) {
        this.path = path;
        file = new MatlabFile(path, "Put the PETA.mat that comes with PETA's labels in its place.");
        Struct root = file.variable(ROOT, Struct.class);
        attributes = file.texts(ROOT + ".attribute", file.field(root, ROOT, "attribute", Cell.class));
        data = file.field(root, ROOT, "data", Matrix.class);
        if (data.getNumCols() != FIRST + attributes.size()) {
            throw file.wrong(
                    ROOT + ".data",
                    String.format(
                            "it has %d columns, but 4 and one for each of %d attributes are expected",
                            data.getNumCols(), attributes.size()));
        }
        bits = file.bits(ROOT + ".data", data, FIRST);
        checkRows();
    }

    private void checkRows() {
        int before = 1;
        for (int row = 0; row < bits.length; row++) {
            int subset = data.getInt(row, SUBSET);
            if (data.getInt(row, 0) != row + 1) {
                throw file.wrong(ROOT + ".data", "row " + (row + 1) + " has the number " + data.getInt(row, 0));
            }
            if (subset < before || subset > PetaFolder.SUBSETS.size()) {
                throw file.wrong(
                        ROOT + ".data",
                        "row " + (row + 1) + " is of sub-set " + subset
                                + ", but the sub-sets 1..10 follow one another");
            }
            before = subset;
        }
    }

    /** The attribute groups, and what in the file belongs to which. */
    BinaryAttributes grouped() {
        return new BinaryAttributes(
                SettingsReader.resource("groups/peta.yaml", GroupTable.class), attributes, path.toString());
    }

    /** In the order of the columns. */
    List<String> attributes() {
        return attributes;
    }

    int images() {
        return bits.length;
    }

    /** For each attribute, whether it holds in an image. */
    boolean[] attributes(int image) {
        return bits[image];
    }

    /** The index in {@link PetaFolder#SUBSETS} of the folder that an image lies in. */
    int subset(int image) {
        return data.getInt(image, SUBSET) - 1;
    }
}
