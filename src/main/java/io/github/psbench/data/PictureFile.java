package io.github.psbench.data;

import io.github.psbench.data.picture.ImageDecoder;
import io.github.psbench.data.picture.RgbImage;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * A picture that lies in a file, and is decoded anew at each call.
 *
 * @param file JPEG, PNG or BMP
 */
public record PictureFile(Path file) implements Supplier<RgbImage> {
    /** @throws io.github.psbench.base.Failure of kind DATA, naming the file, where it is missing or damaged */
    @Override
    public RgbImage get() {
        return ImageDecoder.decode(file);
    }
}
