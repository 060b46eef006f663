package io.github.psbench.data;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Default;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Name;
import io.github.psbench.base.Places;
import io.github.psbench.base.Progress;
import io.github.psbench.settings.Problems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * A data set of the user's own: a folder with the files {@code schema.yaml} and {@code images.csv}, which the package's manual describes, and
 * pictures. Training images and gallery images come in the order of their rows; files that no row names are left alone.
 *
 * @param path the folder, below the data root; an absolute path is taken as it is. The default is the data root itself. It is not part of the
 *     data set's identity
 * @param encoding a bit a value or a bit an attribute
 */
@Name("csv-folder")
public record CsvFolder(
        @Default(".") String path, @Default("patterns") Encoding encoding) implements DataSource {
    static final String SCHEMA = "schema.yaml";
    static final String IMAGES = "images.csv";

    /** More mistakes of one file than this are counted only. */
    private static final int MOST_SHOWN = 20;

    public CsvFolder {
        require(isPath(path), "path", "must be the path of a folder", "'" + path + "'");
    }

    private static boolean isPath(String text) {
        try {
            return !text.isBlank() && !Path.of(text).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public Whereabouts whereabouts(Places places) {
        Path folder = folder(places);
        return Whereabouts.of(
                () -> {
                    file(folder, SCHEMA);
                    return file(folder, IMAGES);
                },
                () -> file(folder, IMAGES).getParent());
    }

    private Path file(Path folder, String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw Failure.data(
                    "There is no file %s, which a csv-folder needs.\nIts path '%s' counts from the data root (--data DIR, "
                            + "$PSBENCH_DATA) unless it is absolute; psbench data init DIR writes an example.",
                    file, path);
        }
        return file;
    }

    @Override
    public PersonDataset load(Places places, Progress progress) {
        Problems problems = new Problems();
        CsvAnnotation annotation = read(places, problems);
        CsvInventory pictures = new CsvInventory(folder(places), annotation.rows());
        pictures.faults()
                .forEach((row, fault) -> problems.add(annotation.rows().get(row).place(), "column 'path': %s", fault));
        problems.throwIfAny(ErrorKind.DATA, MOST_SHOWN);
        return pictures.of(name(), annotation, encoding).dataset(places, progress);
    }

    @Override
    public Origin origin() {
        return Origin.CSV_FOLDER;
    }

    @Override
    public Verification verify(Places places, Progress progress) {
        CsvAnnotation annotation = readWhole(places);
        return new CsvInventory(folder(places), annotation.rows())
                .of(name(), annotation, encoding)
                .verify(places, progress);
    }

    @Override
    public DatasetCounts counts(Places places) {
        CsvAnnotation annotation = readWhole(places);
        List<PersonCategory> categories = annotation.describing().categories();
        int unfit = new CsvInventory(folder(places), annotation.rows()).faults().size();
        return DatasetCounts.ofImages(
                annotation.of(CsvImages.Split.TRAIN, categories),
                annotation.of(CsvImages.Split.GALLERY, categories),
                unfit == 0 ? DatasetCounts.FOUND : String.format("found without %,d of %,d", unfit, categories.size()));
    }

    @Override
    public AttributeSchema schema(Places places) {
        return readWhole(places).describing().schema(encoding);
    }

    private Path folder(Places places) {
        Path root = places.data().toAbsolutePath();
        return path.equals(".") ? root : root.resolve(path);
    }

    private CsvAnnotation readWhole(Places places) {
        Problems problems = new Problems();
        CsvAnnotation annotation = read(places, problems);
        problems.throwIfAny(ErrorKind.DATA, MOST_SHOWN);
        return annotation;
    }

    private CsvAnnotation read(Places places, Problems problems) {
        Path folder = folder(places);
        file(folder, SCHEMA);
        file(folder, IMAGES);
        return CsvAnnotation.read(folder, problems);
    }
}
