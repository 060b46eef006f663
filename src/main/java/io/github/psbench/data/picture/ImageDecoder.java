package io.github.psbench.data.picture;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes JPEG, PNG and BMP files to 8-bit RGB, upright and without transparency, as the package's manual says; embedded colour profiles
 * are ignored.
 */
public final class ImageDecoder {
    /** Raised when a change alters decoded or resized pixels, so that pixels cached before it are made anew. */
    public static final int REVISION = 1;

    /** Larger pictures are refused before memory is set aside: a small file can declare a picture that fills it all. */
    private static final int MOST_PIXELS_A_SIDE = 20_000;

    private static final long MOST_PIXELS = 100_000_000;

    /** Decoders go on with grey where a JPEG's data are cut or wrong, and only warn; words that all of those warnings contain. */
    private static final Pattern DAMAGE = Pattern.compile("(?i)corrupt|truncated|premature|inconsistent");

    /** Decoders that come with Java. */
    private static final Predicate<ImageReader> PLATFORM =
            reader -> reader.getClass().getModule().isNamed();

    private static final ColorModel RGB = new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);

    static {
        ImageIO.setUseCache(false); // files are read whole; a second copy on disk would only cost time
    }

    private ImageDecoder() {}

    /** @throws Failure of kind DATA, naming the file, if it is missing, unreadable, damaged, too large, or no picture at all */
    public static RgbImage decode(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw failure(file, "is missing", e);
        } catch (IOException e) {
            throw failure(file, "cannot be read: " + IoReason.of(e).why(), e);
        }
        try {
            return decode(bytes);
        } catch (EOFException e) {
            throw failure(file, "is damaged: the file ends too early, after " + bytes.length + " bytes", e);
        } catch (IOException | RuntimeException e) {
            // What decoders throw at damaged files is not limited to IOException.
            throw failure(file, "cannot be decoded: " + (e.getMessage() == null ? e : e.getMessage()), e);
        }
    }

    private static Failure failure(Path file, String what, Exception cause) {
        return new Failure(
                ErrorKind.DATA, "The picture " + file + " " + what + ". Put a sound copy in its place.", cause);
    }

    private static RgbImage decode(byte[] file) throws IOException {
        if (file.length == 0) {
            throw new IIOException("the file is empty");
        }
        if (starts(file, 0xFF, 0xD8)) {
            JpegHeader header = new JpegHeader(file);
            return Orientation.upright(jpeg(header), header.orientation());
        }
        if (starts(file, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            PngChunks.check(file);
        } else if (!starts(file, 'B', 'M')) {
            String found = HexFormat.ofDelimiter(" ").formatHex(file, 0, Math.min(4, file.length));
            throw new IIOException("it begins with the bytes " + found + ", which no JPEG, PNG or BMP file does");
        }
        try (Reading reading = new Reading(file, PLATFORM.negate())) {
            return reading.image();
        }
    }

    /** The platform's decoder takes half the time of the other, which takes more kinds of files and has the last word. */
    private static RgbImage jpeg(JpegHeader header) throws IOException {
        byte[] file = header.withoutProfile();
        if (header.components() != 4) {
            try (Reading reading = new Reading(file, PLATFORM)) {
                return header.components() == 3 ? reading.colours() : reading.image();
            } catch (IOException | RuntimeException e) {
                // Damaged, or of a kind that it does not know: the other decoder tells.
            }
        }
        try (Reading reading = new Reading(file, PLATFORM.negate())) {
            return header.components() == 4 ? reading.inks(header.ycck()) : reading.image();
        }
    }

    private static boolean starts(byte[] file, int... signature) {
        if (file.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((file[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    /** One file in a decoder's hands, its size checked. */
    private static final class Reading implements AutoCloseable {
        private final ImageReader reader;
        private @Nullable String damage;

        /** @param preferred decides where several decoders take it */
        Reading(byte[] file, Predicate<ImageReader> preferred) throws IOException {
            ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
            List<ImageReader> readers = new ArrayList<>();
            ImageIO.getImageReaders(in).forEachRemaining(readers::add);
            if (readers.isEmpty()) {
                throw new IIOException("no decoder takes it");
            }
            reader = readers.stream().filter(preferred).findFirst().orElse(readers.get(0));
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener((source, warning) -> {
                if (damage == null && DAMAGE.matcher(warning).find()) {
                    damage = warning;
                }
            });
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.max(width, height) > MOST_PIXELS_A_SIDE || (long) width * height > MOST_PIXELS) {
                throw new IIOException(String.format(
                        "it is %d x %d pixels, more than the %d a side and %d in all that are accepted",
                        width, height, MOST_PIXELS_A_SIDE, MOST_PIXELS));
            }
        }

        RgbImage image() throws IOException {
            BufferedImage image = reader.read(0);
            throwIfDamaged();
            return PixelColours.rgb(image);
        }

        /** Of a JPEG with three components, read to where the pixels are wanted: decoders by themselves store blue first. */
        RgbImage colours() throws IOException {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 3, null);
            ImageReadParam into = reader.getDefaultReadParam();
            into.setDestination(new BufferedImage(RGB, raster, false, null));
            reader.read(0, into);
            throwIfDamaged();
            return new RgbImage(width, height, ((DataBufferByte) raster.getDataBuffer()).getData());
        }

        RgbImage inks(boolean ycck) throws IOException {
            Raster inks = reader.readRaster(0, null);
            throwIfDamaged();
            return PixelColours.rgb(inks, ycck);
        }

        private void throwIfDamaged() throws IIOException {
            if (damage != null) {
                throw new IIOException(damage);
            }
        }

        @Override
        public void close() {
            reader.dispose();
        }
    }
}
