package io.github.psbench.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.psbench.data.PersonImage;
import io.github.psbench.data.PictureFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Pictures of a data set as far as they lie in files, from which both sides read them.
 *
 * @param pictures none where the data set is drawn
 */
record PictureFiles(List<PictureFile> pictures) {
    static PictureFiles of(List<PersonImage> images) {
        return new PictureFiles(images.stream()
                .flatMap(image -> image.picture() instanceof PictureFile file
                        ? List.of(file).stream()
                        : List.<PictureFile>of().stream())
                .toList());
    }

    /** Their paths, one a line, in a file that lives as long as this process. */
    Path list() {
        try {
            Path list = Files.createTempFile("psbench-pictures-", ".txt");
            list.toFile().deleteOnExit();
            return Files.write(
                    list,
                    pictures.stream()
                            .map(picture -> picture.file().toAbsolutePath().toString())
                            .toList(),
                    UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
