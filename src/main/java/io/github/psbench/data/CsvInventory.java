package io.github.psbench.data;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds the pictures of a {@link CsvFolder} against its rows. A picture may be a link, but not one that leads out of the folder. */
final class CsvInventory {
    private final List<CsvImages.Row> rows;
    private final Path folder;
    private final Path real;

    /** By row, where the row's picture can be used. */
    private final Map<Integer, PictureFolder.Entry> pictures = new TreeMap<>();

    /** By row, where not. */
    private final Map<Integer, Fault> faults = new TreeMap<>();

    /** @param rows those without path are passed over */
    CsvInventory(Path folder, List<CsvImages.Row> rows) {
        this.rows = rows;
        this.folder = folder;
        try {
            real = folder.toRealPath();
        } catch (IOException e) {
            throw new Failure(
                    ErrorKind.DATA,
                    "The folder " + folder + " cannot be read: "
                            + IoReason.of(e).why() + ".",
                    e);
        }
        for (int row = 0; row < rows.size(); row++) {
            if (!rows.get(row).path().isEmpty()) {
                find(row);
            }
        }
    }

    private void find(int row) {
        String path = rows.get(row).path();
        try {
            Path file = folder.resolve(path);
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!file.toRealPath().startsWith(real)) {
                fault(row, Fault.Kind.MISNAMED, "is a link that leads out of the folder; put a copy in its place");
            } else if (!attributes.isRegularFile()) {
                fault(row, Fault.Kind.MISNAMED, "is not a file");
            } else if (!Files.isReadable(file)) {
                fault(row, Fault.Kind.DAMAGED, "may not be read; check its permissions");
            } else {
                pictures.put(row, new PictureFolder.Entry(path, file, attributes));
            }
        } catch (NoSuchFileException e) {
            fault(row, Fault.Kind.MISSING, "is not there");
        } catch (InvalidPathException | IOException e) {
            boolean link = Files.isSymbolicLink(folder.resolve(path));
            fault(
                    row,
                    Fault.Kind.DAMAGED,
                    link
                            ? PictureFolder.BROKEN_LINK
                            : "cannot be read: " + IoReason.of(e).why());
        }
    }

    private void fault(int row, Fault.Kind kind, String what) {
        faults.put(row, new Fault(kind, folder + "/" + rows.get(row).path(), what));
    }

    /** By the index of the row. */
    Map<Integer, Fault> faults() {
        return faults;
    }

    /** @param annotation that of the rows, without mistakes */
    Inventory of(String name, CsvAnnotation annotation, Encoding encoding) {
        Describing describing = annotation.describing();
        List<PersonCategory> categories = describing.categories();
        List<StoredImage> train = new ArrayList<>();
        List<StoredImage> gallery = new ArrayList<>();
        pictures.forEach((row, picture) -> (rows.get(row).split() == CsvImages.Split.TRAIN ? train : gallery)
                .add(new StoredImage(picture.name(), picture.file(), picture.attributes(), categories.get(row))));
        return new Inventory(
                name, describing.schema(encoding), train, gallery, List.of(), List.copyOf(faults.values()), null);
    }
}
