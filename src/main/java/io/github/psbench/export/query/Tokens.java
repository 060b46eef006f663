package io.github.psbench.export.query;

import io.github.psbench.base.Failure;
import java.util.ArrayList;
import java.util.List;

/** Takes a condition apart. */
final class Tokens {
    private static final String OPERATOR = "=!<>&|";
    private static final String SINGLE = "()'\"";

    private final ConditionText source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();

    private Tokens(ConditionText source) {
        this.source = source;
        text = source.text();
    }

    /**
     * The last one is the end.
     *
     * @throws Failure of kind USAGE if a quote is not closed
     */
    static List<Token> of(ConditionText source) {
        Tokens tokens = new Tokens(source);
        int position = 0;
        while (position < tokens.text.length()) {
            position = tokens.take(position);
        }
        tokens.add(Token.Kind.END, "", tokens.text.length());
        return tokens.tokens;
    }

    /** @return where the next one begins */
    private int take(int position) {
        char first = text.charAt(position);
        if (isSpace(first)) {
            return position + 1;
        }
        if (first == '\'' || first == '"') {
            return quoted(position, first);
        }
        if (first == '(' || first == ')') {
            return add(first == '(' ? Token.Kind.OPEN : Token.Kind.CLOSE, String.valueOf(first), position);
        }
        boolean operator = OPERATOR.indexOf(first) >= 0;
        int end = position + 1;
        while (end < text.length() && belongs(text.charAt(end), operator)) {
            end++;
        }
        return add(operator ? Token.Kind.OPERATOR : Token.Kind.WORD, text.substring(position, end), position);
    }

    private static boolean belongs(char next, boolean operator) {
        return operator
                ? OPERATOR.indexOf(next) >= 0
                : !isSpace(next) && OPERATOR.indexOf(next) < 0 && SINGLE.indexOf(next) < 0;
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private int quoted(int position, char quote) {
        StringBuilder word = new StringBuilder();
        for (int i = position + 1; i < text.length(); i++) {
            if (text.charAt(i) != quote) {
                word.append(text.charAt(i));
            } else if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
                word.append(quote);
                i++;
            } else {
                tokens.add(new Token(Token.Kind.QUOTED, word.toString(), position));
                return i + 1;
            }
        }
        throw source.mistake(
                position, "the quote %s is not closed; a quote within quotes is written twice".formatted(quote));
    }

    private int add(Token.Kind kind, String word, int position) {
        tokens.add(new Token(kind, word, position));
        return position + word.length();
    }
}
