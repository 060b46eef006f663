package io.github.psbench.data.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the first lines of a file of pixels say.
 *
 * @param dataset as experiment files call it
 * @param digest of the data set, 64 hexadecimal digits
 * @param pictures how many there are
 * @param size height x width, in pixels
 * @param filter that they were resized by
 */
record PixelHeading(int revision, String dataset, String digest, int pictures, String size, String filter) {
    private static final int BYTES = 4096;

    private static final Pattern LINES = Pattern.compile("""
            psbench pixels, revision (\\d{1,9})
            data set ([^\\n]+) ([0-9a-f]{64})
            (\\d{1,9}) pictures of (\\d+ x \\d+) x 3 bytes
            resized by (\\w+)
            .*""", Pattern.DOTALL);

    /** Empty if the file begins otherwise. */
    static Optional<PixelHeading> of(Path file) throws IOException {
        String text;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            text = new String(in.readNBytes(BYTES), StandardCharsets.UTF_8);
        }
        Matcher lines = LINES.matcher(text);
        return lines.matches()
                ? Optional.of(new PixelHeading(
                        Integer.parseInt(lines.group(1)),
                        lines.group(2),
                        lines.group(3),
                        Integer.parseInt(lines.group(4)),
                        lines.group(5),
                        lines.group(6)))
                : Optional.empty();
    }

    /** "market1501 fcb157c35cb88e56, 29,419 pictures of 128 x 64, bicubic, revision 1" */
    String describe() {
        return String.format(
                "%s %.16s, %,d pictures of %s, %s, revision %d", dataset, digest, pictures, size, filter, revision);
    }
}
