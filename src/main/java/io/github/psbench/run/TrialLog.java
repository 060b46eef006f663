package io.github.psbench.run;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A trial's {@code log.txt}: dated lines for people, added to by every attempt. */
record TrialLog(Path file) {
    @FormatMethod
    void line(@FormatString String format, Object... arguments) throws IOException {
        String text = String.format(Locale.ROOT, format, arguments);
        Files.writeString(
                file,
                Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + text + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
