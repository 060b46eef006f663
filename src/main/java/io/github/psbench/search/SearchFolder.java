package io.github.psbench.search;

import io.github.psbench.base.Sha256;
import io.github.psbench.data.AttributeQuery;
import java.nio.file.Path;
import java.util.List;

/** Where what was found is written: each trial and query has a folder of its own, so that the same search is written to the same place. */
public final class SearchFolder {
    private static final int LONGEST = 60;
    private static final int DIGITS = 8;

    private SearchFolder() {}

    /**
     * Such as "results/search/4d98c9618072-gender-female-hat-yes".
     *
     * @param results the folder of the store
     * @param trial the beginning of its id
     * @param apart what else makes it another search, such as the folder of pictures; may be empty
     */
    public static Path of(Path results, String trial, List<String> queries, List<String> apart) {
        String words = AttributeQuery.asWritten(String.join("-", queries))
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        boolean isWhole = words.length() <= LONGEST && queries.size() == 1 && apart.isEmpty();
        String name = isWhole
                ? words
                : words.substring(0, Math.min(LONGEST, words.length())).replaceAll("-$", "") + "-"
                        + digest(queries, apart);
        return results.resolve("search").resolve(trial + (name.isEmpty() ? "" : "-" + name));
    }

    private static String digest(List<String> queries, List<String> apart) {
        Sha256 sha = new Sha256();
        queries.forEach(sha::add);
        sha.add("");
        apart.forEach(sha::add);
        return sha.hex().substring(0, DIGITS);
    }
}
