package io.github.psbench.data.archive;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The failures of an archive that is hostile or not what it was. */
final class Refusal {
    private static final int SHOWN = 120;

    private Refusal() {}

    /** @param why a clause */
    static Failure of(Path archive, String why) {
        return Failure.data(
                "%s was not unpacked: %s. Such an archive is damaged or made to do harm; take it from the data set's owners.",
                archive, why);
    }

    /** @param why a clause */
    static Failure damaged(Path archive, long bytes, String why, @Nullable Throwable cause) {
        return new Failure(
                ErrorKind.DATA,
                "%s was not unpacked: it is damaged or was not downloaded whole (%s). It has %,d bytes: compare that with what the owners' page says, and download it again."
                        .formatted(archive, why, bytes),
                cause);
    }

    /** A name from an archive, fit to be printed. */
    static String shown(String name) {
        StringBuilder text = new StringBuilder("'");
        name.codePoints().limit(SHOWN).forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                text.append(String.format("\\u%04x", c));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.append(name.codePointCount(0, name.length()) > SHOWN ? "...'" : "'")
                .toString();
    }
}
