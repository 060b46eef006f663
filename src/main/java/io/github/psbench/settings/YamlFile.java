package io.github.psbench.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One YAML file whose top is a mapping. */
public final class YamlFile {
    private static final int MOST_BYTES = 1 << 20;

    private YamlFile() {}

    /** @return null if it cannot be read, and then {@code problems} says why */
    public static Located.@Nullable Mapping read(Path file, Problems problems) {
        Place whole = Place.whole(file.toString());
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                problems.add(whole, "larger than 1 MiB, so it is no file of settings");
                return null;
            }
            return read(bytes, Place.start(file), problems);
        } catch (NoSuchFileException e) {
            problems.add(whole, "there is no such file%s", Neighbours.of(file));
        } catch (CharacterCodingException e) {
            problems.add(whole, "not UTF-8 text; save it as UTF-8");
        } catch (IOException e) {
            problems.add(whole, "cannot be read: %s", String.valueOf(e.getMessage()));
        }
        return null;
    }

    /** A file that comes with psbench, such as "protocols/paper.yaml"; it is always there and right. */
    public static Located.Mapping resource(String name) {
        Problems problems = new Problems();
        try (InputStream stream = YamlFile.class.getResourceAsStream("/" + name)) {
            byte[] bytes = Objects.requireNonNull(stream, name).readAllBytes();
            Located.Mapping root = read(bytes, Place.preset(name), problems);
            problems.throwIfAny();
            return Objects.requireNonNull(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Located.@Nullable Mapping read(byte[] bytes, Place start, Problems problems)
            throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        Located root = YamlReader.read(text.startsWith("\uFEFF") ? text.substring(1) : text, start, problems);
        if (root == null || root instanceof Located.Mapping) {
            return (Located.Mapping) root;
        }
        problems.add(start, "the file must be a mapping of keys to values, got %s", root.described());
        return null;
    }
}
