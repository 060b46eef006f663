package io.github.psbench.data.archive;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarUtils;

/** Tells what a file is by its first bytes, whatever its name. */
final class Format {
    private static final int BLOCK = 512;
    private static final int SHOWN = 8;
    private static final HexFormat HEX = HexFormat.of();

    private static final List<byte[]> ZIP = List.of(bytes("504b0304"), bytes("504b0506"));
    private static final byte[] GZIP = bytes("1f8b");

    private static final Pattern HTML = Pattern.compile("(?i)<!doctype html|<html|<head>");

    /** What psbench leaves to other programs. */
    private static final Map<String, byte[]> OTHERS = Map.of(
            "a RAR archive", bytes("526172211a07"),
            "a 7z archive", bytes("377abcaf271c"),
            "compressed by xz", bytes("fd377a585a00"),
            "compressed by bzip2", bytes("425a68"),
            "compressed by zstd", bytes("28b52ffd"));

    private Format() {}

    /**
     * The archive that a file is.
     *
     * @param byHand where what is in it is to lie, for whoever does it by hand; it ends a sentence
     * @throws Failure of kind DATA that says what the file is, if it is no archive that psbench unpacks
     */
    static Archive of(Path file, String byHand) {
        try {
            byte[] first = first(Files.newInputStream(file));
            if (first.length == 0) {
                throw Failure.data("%s is empty. Download it again.", file);
            }
            if (ZIP.stream().anyMatch(magic -> startsWith(first, magic))) {
                return new ZipArchive(file);
            }
            if (startsWith(first, GZIP)) {
                requireTar(file, byHand);
                return new TarArchive(file, true);
            }
            if (isTar(first)) {
                return new TarArchive(file, false);
            }
            throw Failure.data("%s", file + " is " + what(first, byHand));
        } catch (IOException e) {
            throw new Failure(
                    ErrorKind.DATA, file + " cannot be read: " + IoReason.of(e).why() + ".", e);
        }
    }

    private static void requireTar(Path file, String byHand) throws IOException {
        try {
            if (!isTar(first(new GZIPInputStream(Files.newInputStream(file))))) {
                throw Failure.data(
                        "%s is compressed by gzip, but not a tar archive. Unpack it by hand; %s", file, byHand);
            }
        } catch (ZipException | EOFException e) {
            throw Refusal.damaged(file, Files.size(file), IoReason.of(e).why(), e);
        }
    }

    private static String what(byte[] first, String byHand) {
        for (Map.Entry<String, byte[]> other : OTHERS.entrySet()) {
            if (startsWith(first, other.getValue())) {
                return other.getKey() + ", which psbench does not unpack. Unpack it by hand; " + byHand;
            }
        }
        String text = new String(first, StandardCharsets.ISO_8859_1).strip();
        if (text.startsWith("MATLAB 5.0 MAT-file")) {
            return "a MATLAB file and no archive. Copy it to its place; " + byHand;
        }
        if (HTML.matcher(text).find()) {
            return "a web page and no archive: the server sent a page to look at, such as a warning or a login, in place of the file."
                    + " Open the owners' page in a browser, download the archive there, and try again.";
        }
        if (text.chars().allMatch(c -> c >= ' ' || Character.isWhitespace(c))
                && text.chars().filter(c -> c > '~').count() * 2 < text.length()) {
            return "text and no archive; it begins with "
                    + Refusal.shown(text.lines().findFirst().orElse("")) + ". Download the archive again.";
        }
        return "no archive that psbench knows (zip, tar, tar.gz): it begins with the bytes "
                + HEX.formatHex(Arrays.copyOf(first, Math.min(first.length, SHOWN)))
                + ". If it is one, it is damaged; download it again.";
    }

    /** A block of zeros begins a tar archive of nothing. */
    private static boolean isTar(byte[] first) {
        try {
            return first.length == BLOCK && (TarUtils.verifyCheckSum(first) || Arrays.equals(first, new byte[BLOCK]));
        } catch (IllegalArgumentException e) {
            return false; // what should be the checksum is no number
        }
    }

    private static byte[] first(InputStream opened) throws IOException {
        try (InputStream in = opened) {
            return in.readNBytes(BLOCK);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    private static byte[] bytes(String hexadecimal) {
        return HEX.parseHex(hexadecimal);
    }
}
