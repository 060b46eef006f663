package io.github.psbench.export.query;

import io.github.psbench.report.text.PlainText;
import io.github.psbench.settings.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is said of a column that there is not. */
final class Names {
    private Names() {}

    /** A sentence without its full stop. */
    static String unknown(String written, Collection<String> known) {
        String meant = meant(written, known);
        return "there is no column '%s'%s `psbench runs query --columns` lists the columns"
                .formatted(
                        PlainText.of(written), meant == null ? "." : "; did you mean '" + PlainText.of(meant) + "'?");
    }

    /** The one that ends so, if only one does: people write lambda for loss.asmr.lambda. Else the nearest. */
    private static @Nullable String meant(String written, Collection<String> known) {
        String end = "." + written.toLowerCase(Locale.ROOT);
        List<String> ending = known.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(end))
                .toList();
        return ending.size() == 1 ? ending.get(0) : Suggestion.nearest(written, known);
    }
}
