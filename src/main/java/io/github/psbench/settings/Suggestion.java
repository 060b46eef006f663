package io.github.psbench.settings;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** "Did you mean": the allowed name that lies nearest to what was written, if it lies near. */
public final class Suggestion {
    /** Longer lists of allowed names hide the message. */
    private static final int MOST_LISTED = 20;

    private Suggestion() {}

    /** The end of a message about a name that is not known: "; did you mean 'epochs'? Known: batch, epochs". */
    public static String after(String written, Collection<String> allowed) {
        String nearest = nearest(written, allowed);
        StringBuilder end = new StringBuilder();
        if (nearest != null) {
            end.append("; did you mean '").append(nearest).append("'?");
        }
        if (!allowed.isEmpty() && allowed.size() <= MOST_LISTED) {
            end.append(nearest == null ? "; known: " : " Known: ").append(String.join(", ", allowed));
        }
        return end.toString();
    }

    /** Null if none is near: at most a third of the longer word's letters may differ, and of a short word one. */
    public static @Nullable String nearest(String written, Collection<String> allowed) {
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : allowed) {
            int most = Math.max(1, Math.max(written.length(), candidate.length()) / 3);
            if (Math.abs(written.length() - candidate.length()) > most) {
                continue;
            }
            int distance = distance(kebab(written), kebab(candidate));
            if (distance < least && distance <= most) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** lastStride, last_stride and Last-Stride are all the same slip. */
    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /** Insertions, deletions, substitutions and swaps of neighbours between two words (Damerau-Levenshtein, optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] distances = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    distances[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int least = Math.min(distances[i - 1][j], distances[i][j - 1]) + 1;
                least = Math.min(least, distances[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, distances[i - 2][j - 2] + 1);
                }
                distances[i][j] = least;
            }
        }
        return distances[a.length()][b.length()];
    }
}
