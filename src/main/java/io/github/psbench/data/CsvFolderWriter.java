package io.github.psbench.data;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import io.github.psbench.base.ProcessLock;
import io.github.psbench.base.Progress;
import io.github.psbench.data.picture.RgbImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes the files of a {@link CsvFolder}: whole or not at all, aside and then renamed. */
final class CsvFolderWriter {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    /**
     * An image to be written.
     *
     * @param name becomes the file's, as far as file systems allow
     * @param cells one for each group
     */
    record Image(String name, CsvImages.Split split, List<String> cells, Supplier<RgbImage> picture) {}

    private CsvFolderWriter() {}

    /**
     * @param schema the text of {@code schema.yaml}
     * @param groups the names of its groups, in the order of every image's cells
     * @throws Failure of kind USAGE if the folder is there and not empty, or has no name; of kind BUSY if another process writes it at this
     *     moment; of kind RESOURCES, naming it, if it cannot be written. Nothing is left then
     */
    static void write(Path folder, String schema, List<String> groups, List<Image> images, Progress progress) {
        Path target = folder.toAbsolutePath().normalize();
        if (folder.toString().isBlank() || target.getFileName() == null) {
            throw Failure.usage("The folder to write must have a name, got '%s'.", folder);
        }
        AsideFolder aside = new AsideFolder(target);
        try {
            refuseFilled(folder);
            Files.createDirectories(target.getParent());
            try (ProcessLock lock = ProcessLock.attempt(aside.lock()).orElseThrow(() -> busy(folder))) {
                aside.make();
                try {
                    fill(aside.folder(), schema, groups, images, progress);
                    refuseFilled(folder);
                    Files.deleteIfExists(target);
                    Files.move(aside.folder(), target, StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    aside.remove();
                }
            }
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
            throw Failure.usage(
                    "%s was made by another program meanwhile, so nothing was written. Name a folder that is not there yet.",
                    folder);
        } catch (IOException | UncheckedIOException e) {
            IoReason reason = IoReason.of(e);
            throw new Failure(
                    ErrorKind.RESOURCES, folder + " cannot be written: " + reason.why() + ". " + reason.remedy(), e);
        }
    }

    private static Failure busy(Path folder) {
        return new Failure(
                ErrorKind.BUSY,
                "Another psbench writes %s at this moment, so this one wrote nothing. Name another folder."
                        .formatted(folder),
                null);
    }

    private static void refuseFilled(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        boolean empty = false;
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                empty = files.findAny().isEmpty();
            }
        }
        if (!empty) {
            throw Failure.usage(
                    "%s is there already and %s. Name a folder that is not there yet, or an empty one.",
                    folder, Files.isDirectory(folder) ? "not empty" : "no folder");
        }
    }

    private static void fill(Path folder, String schema, List<String> groups, List<Image> images, Progress progress)
            throws IOException {
        List<String> paths = PicturePaths.of(images.stream().map(Image::name).toList());
        for (String path : paths) {
            Files.createDirectories(folder.resolve(path).getParent());
        }
        writePictures(folder, paths, images, progress);
        Files.writeString(folder.resolve(CsvFolder.SCHEMA), schema);
        try (Writer file = Files.newBufferedWriter(folder.resolve(CsvFolder.IMAGES));
                CSVPrinter csv = new CSVPrinter(file, FORMAT)) {
            List<String> header = new ArrayList<>(List.of(CsvImages.PATH, CsvImages.SPLIT));
            header.addAll(groups);
            csv.printRecord(header);
            for (int i = 0; i < images.size(); i++) {
                List<String> cells = new ArrayList<>(
                        List.of(paths.get(i), images.get(i).split().word()));
                cells.addAll(images.get(i).cells());
                csv.printRecord(cells);
            }
        }
    }

    private static void writePictures(Path folder, List<String> paths, List<Image> images, Progress progress) {
        // Whoever clears up afterwards must not meet threads that still write, and a stream would let go while they do.
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        try (Progress.Task task = progress.begin("writing pictures", images.size())) {
            IntStream.range(0, images.size())
                    .parallel()
                    .filter(i -> failure.get() == null)
                    .forEach(i -> {
                        try {
                            write(images.get(i).picture().get(), folder.resolve(paths.get(i)));
                            task.advance(1);
                        } catch (RuntimeException e) {
                            failure.compareAndSet(null, e);
                        }
                    });
        }
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
    }

    private static void write(RgbImage picture, Path file) {
        try {
            if (!ImageIO.write(picture.buffered(), "png", file.toFile())) {
                throw new IOException("this Java has no PNG writer");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
