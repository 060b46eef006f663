package io.github.psbench.export.query;

import java.util.Locale;
import java.util.Set;

/**
 * A piece of a condition.
 *
 * @param text of a word without its quotes
 * @param position of its first character in the condition
 */
record Token(Kind kind, String text, int position) {
    private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "is", "contains", "missing");

    enum Kind {
        /** A column or a value. */
        WORD,
        /** A word in quotes. */
        QUOTED,
        /** Such as {@code !=}. */
        OPERATOR,
        OPEN,
        CLOSE,
        END
    }

    /** @param keyword in lower case */
    boolean is(String keyword) {
        return kind == Kind.WORD && text.toLowerCase(Locale.ROOT).equals(keyword);
    }

    boolean isKeyword() {
        return kind == Kind.WORD && KEYWORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    /** A column or a value. */
    boolean isName() {
        return kind == Kind.QUOTED || (kind == Kind.WORD && !isKeyword());
    }

    /** As a message calls it. */
    String inWords() {
        return kind == Kind.END ? "nothing" : "'" + text + "'";
    }
}
