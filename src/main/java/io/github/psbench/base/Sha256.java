package io.github.psbench.base;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 in the making. Every field is added with its length, so that no two different sequences of fields give the same digest. */
public final class Sha256 {
    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public Sha256 add(byte[] field) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(field.length).flip());
        digest.update(field);
        return this;
    }

    public Sha256 add(String field) {
        return add(field.getBytes(StandardCharsets.UTF_8));
    }

    /** 64 lower-case hexadecimal digits; the digest is then spent. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The plain SHA-256 of a text in UTF-8, as {@code sha256sum} prints it. */
    public static String ofText(String text) {
        Sha256 sha = new Sha256();
        sha.digest.update(text.getBytes(StandardCharsets.UTF_8));
        return sha.hex();
    }

    /** The plain SHA-256 of a file's bytes, as {@code sha256sum} prints it. */
    public static String ofFile(Path file) throws IOException {
        Sha256 sha = new Sha256();
        byte[] block = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                sha.digest.update(block, 0, read);
            }
        }
        return sha.hex();
    }
}
