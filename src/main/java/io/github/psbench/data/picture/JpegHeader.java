package io.github.psbench.data.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What a JPEG file says of itself before its first scan, as far as it changes pixels. */
final class JpegHeader {
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;

    private int components;
    private int orientation = 1;
    private boolean ycck;
    private final ByteArrayOutputStream withoutProfile = new ByteArrayOutputStream();

    /** @param file a whole JPEG file; where it is malformed, what was read until there holds, and the decoder is left to complain */
    JpegHeader(byte[] file) {
        int position = 2;
        withoutProfile.write(file, 0, position);
        while (position + 4 <= file.length && (file[position] & 0xFF) == 0xFF) {
            int marker = file[position + 1] & 0xFF;
            if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
                break;
            }
            int end = marker == 0xFF ? position + 1 : position + 2 + unsignedShort(file, position + 2);
            if (end > file.length) {
                break;
            }
            if (!(marker == APP2 && starts(file, position + 4, end, "ICC_PROFILE\0"))) {
                withoutProfile.write(file, position, end - position);
            }
            read(marker, file, position + 4, end);
            position = end;
        }
        withoutProfile.write(file, position, file.length - position);
    }

    /** 1 for grey, 3 for colour, 4 for CMYK and YCCK; 0 where the file does not say. */
    int components() {
        return components;
    }

    /** How the camera was held, as EXIF numbers it: 1..8, where 1 is upright. */
    int orientation() {
        return orientation;
    }

    /** Whether four components are luminance, two chroma and black, rather than cyan, magenta, yellow and black. */
    boolean ycck() {
        return ycck;
    }

    /**
     * The file less its embedded colour profile. Decoders would convert by it with a library that differs from machine to machine; the
     * programs behind the published numbers ignore it.
     */
    byte[] withoutProfile() {
        return withoutProfile.toByteArray();
    }

    private void read(int marker, byte[] file, int start, int end) {
        boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame && end - start >= 6) {
            components = file[start + 5] & 0xFF;
        } else if (marker == APP14 && starts(file, start, end, "Adobe") && end - start >= 12) {
            ycck = file[start + 11] == 2;
        } else if (marker == APP1 && starts(file, start, end, "Exif\0\0")) {
            orientation = orientation(
                    ByteBuffer.wrap(file, start + 6, end - start - 6).slice());
        }
    }

    /** @param tiff the small TIFF file that EXIF is kept in */
    private static int orientation(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return 1;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return 1;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int entry = directory + 2; entries > 0 && entry + 12 <= tiff.limit(); entry += 12, entries--) {
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION && tiff.getShort(entry + 2) == SHORT) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    private static int unsignedShort(byte[] file, int position) {
        return ((file[position] & 0xFF) << 8) | (file[position + 1] & 0xFF);
    }

    private static boolean starts(byte[] file, int start, int end, String text) {
        return end - start >= text.length()
                && new String(file, start, text.length(), StandardCharsets.ISO_8859_1).equals(text);
    }
}
