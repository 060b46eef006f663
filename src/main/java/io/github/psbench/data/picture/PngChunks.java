package io.github.psbench.data.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.IIOException;

/** The checksums of a PNG file, which the platform's decoder leaves unread. */
final class PngChunks {
    private static final int SIGNATURE = 8;

    private PngChunks() {}

    /** @throws IIOException if the file is cut short or a chunk is not what its checksum says */
    static void check(byte[] file) throws IIOException {
        ByteBuffer in = ByteBuffer.wrap(file).position(SIGNATURE);
        String type = "";
        while (!type.equals("IEND")) {
            if (in.remaining() < 12) {
                throw new IIOException("the file ends after " + file.length + " bytes, before its IEND chunk");
            }
            int start = in.position();
            int length = in.getInt();
            if (length < 0 || length > in.remaining() - 8) {
                throw new IIOException("the file ends within the chunk at byte " + start);
            }
            type = new String(file, start + 4, 4, StandardCharsets.ISO_8859_1);
            CRC32 crc = new CRC32();
            crc.update(file, start + 4, 4 + length);
            if ((int) crc.getValue() != in.getInt(start + 8 + length)) {
                throw new IIOException("the checksum of the chunk at byte " + start + " does not match");
            }
            in.position(start + 12 + length);
        }
    }
}
