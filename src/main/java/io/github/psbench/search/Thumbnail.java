package io.github.psbench.search;

import io.github.psbench.data.picture.Filter;
import io.github.psbench.data.picture.Resampler;
import io.github.psbench.data.picture.RgbImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture small enough to stand in a page. */
final class Thumbnail {
    private static final int MOST_HEIGHT = 256;
    private static final int MOST_WIDTH = 256;
    private static final float QUALITY = 0.85f;

    private Thumbnail() {}

    /** A JPEG as the address of an image: "data:image/jpeg;base64,...". */
    static String dataUri(RgbImage picture) {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg(small(picture)));
    }

    /** The picture in its proportions, no larger than is allowed. */
    static RgbImage small(RgbImage picture) {
        double scale =
                Math.min(1.0, Math.min((double) MOST_HEIGHT / picture.height(), (double) MOST_WIDTH / picture.width()));
        return Resampler.resize(
                picture,
                Math.max(1, (int) Math.round(scale * picture.width())),
                Math.max(1, (int) Math.round(scale * picture.height())),
                Filter.BICUBIC);
    }

    private static byte[] jpeg(RgbImage picture) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture.buffered(), null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException("into memory a JPEG can always be written", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
