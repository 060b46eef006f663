package io.github.psbench.data;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;
import us.hebi.matlab.mat.types.Struct;

/** An annotation in MATLAB's format 5. Whatever does not fit is a failure that names the file, the field and the remedy. */
final class MatlabFile {
    private final Path file;
    private final String remedy;
    private final Map<String, Array> variables = new LinkedHashMap<>();

    /**
     * @param remedy a sentence
     * @throws Failure of kind DATA if the file is none that MATLAB 5 could have written
     */
    MatlabFile(Path file, String remedy) {
        this.file = file;
        this.remedy = remedy;
        for (MatFile.Entry entry : content().getEntries()) {
            variables.put(entry.getName(), entry.getValue());
        }
    }

    /** Everything in the file, in memory; it is not closed, since closing would empty it. */
    private MatFile content() {
        try {
            return Mat5.newReader(Sources.wrap(Files.readAllBytes(file)))
                    .disableSubsystemProcessing()
                    .readMat();
        } catch (IOException | RuntimeException e) {
            // A damaged file makes the reader throw whatever its parsing stumbles over.
            throw new Failure(
                    ErrorKind.DATA, file + " cannot be read as a MATLAB 5 file (" + reason(e) + "). " + remedy, e);
        }
    }

    private static String reason(Exception thrown) {
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        return cause instanceof EOFException
                ? "it ends too early"
                : Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    }

    /** @throws Failure of kind DATA if there is no such variable, or it is of another type */
    <T extends Array> T variable(String name, Class<T> type) {
        Array found = variables.get(name);
        if (found == null) {
            throw Failure.data("%s has no '%s'; it has %s. %s", file, name, variables.keySet(), remedy);
        }
        return typed(name, found, type);
    }

    /**
     * @param path of the struct, such as "market_attribute.train"
     * @throws Failure of kind DATA if the struct has no such field, or it is of another type
     */
    <T extends Array> T field(Struct struct, String path, String name, Class<T> type) {
        String place = path + "." + name;
        if (!struct.getFieldNames().contains(name)) {
            throw wrong(place, "it is missing; there are " + struct.getFieldNames());
        }
        if (struct.getNumElements() != 1) {
            throw wrong(place, path + " is not one struct but " + struct.getNumElements());
        }
        return typed(place, struct.get(name), type);
    }

    private <T extends Array> T typed(String place, Array found, Class<T> type) {
        if (!type.isInstance(found)) {
            throw wrong(
                    place,
                    "it is a " + found.getType() + ", not a "
                            + type.getSimpleName().toLowerCase(Locale.ROOT));
        }
        return type.cast(found);
    }

    /** The texts of a cell array, none of them empty. */
    List<String> texts(String place, Cell cell) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < cell.getNumElements(); i++) {
            Array element = cell.get(i);
            String text = element instanceof Char characters ? characters.getString() : "";
            if (text.isBlank()) {
                throw wrong(place, "element " + (i + 1) + " is no text");
            }
            texts.add(text);
        }
        return texts;
    }

    /** A matrix of zeros and ones, row by row, from column {@code first} on. */
    boolean[][] bits(String place, Matrix matrix, int first) {
        boolean[][] bits = new boolean[matrix.getNumRows()][matrix.getNumCols() - first];
        for (int row = 0; row < bits.length; row++) {
            for (int column = 0; column < bits[row].length; column++) {
                double value = matrix.getDouble(row, first + column);
                if (value != 0 && value != 1) {
                    throw wrong(
                            place,
                            "row " + (row + 1) + ", column " + (first + column + 1) + " is " + value + ", not 0 or 1");
                }
                bits[row][column] = value == 1;
            }
        }
        return bits;
    }

    Failure wrong(String place, String what) {
        return Failure.data("%s, field %s: %s. %s", file, place, what, remedy);
    }
}
