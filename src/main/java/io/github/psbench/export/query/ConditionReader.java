package io.github.psbench.export.query;

import io.github.psbench.base.Failure;
import io.github.psbench.export.query.Condition.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a condition; the package's manual has its grammar. */
final class ConditionReader {
    /** More than anybody writes, and less than the stack holds. */
    private static final int DEEPEST = 100;

    private static final String TESTS = "=, !=, <, <=, >, >=, contains, 'is missing' or 'is not missing'";

    /** What other languages write. */
    private static final Map<String, String> FOREIGN = Map.of(
            "==", "=", "<>", "!=", "=<", "<=", "=>", ">=", "&&", "and", "&", "and", "||", "or", "|", "or", "!", "not");

    private final ConditionText source;
    private final List<Token> tokens;
    private int next;
    private int depth;

    private ConditionReader(ConditionText source) {
        this.source = source;
        tokens = Tokens.of(source);
    }

    /** @throws Failure of kind USAGE that shows the place, if it is no condition */
    static Condition read(ConditionText source) {
        ConditionReader reader = new ConditionReader(source);
        if (reader.peek().kind() == Token.Kind.END) {
            throw Failure.usage("The condition is empty. Leave it out to ask for all trials.");
        }
        Condition condition = reader.condition();
        if (reader.peek().kind() != Token.Kind.END) {
            throw reader.afterTest();
        }
        return condition;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = tokens.get(next);
        if (token.kind() != Token.Kind.END) {
            next++;
        }
        return token;
    }

    private boolean takes(String keyword) {
        boolean there = peek().is(keyword);
        if (there) {
            next++;
        }
        return there;
    }

    private Condition condition() {
        List<Condition> any = new ArrayList<>();
        do {
            any.add(conjunction());
        } while (takes("or"));
        return any.size() == 1 ? any.get(0) : new Condition.Any(any);
    }

    private Condition conjunction() {
        List<Condition> all = new ArrayList<>();
        do {
            all.add(negation());
        } while (takes("and"));
        return all.size() == 1 ? all.get(0) : new Condition.All(all);
    }

    private Condition negation() {
        Token first = peek();
        if (first.kind() != Token.Kind.OPEN && !first.is("not")) {
            return test();
        }
        if (++depth > DEEPEST) {
            throw source.mistake(
                    first.position(),
                    "a condition may have at most %d parentheses and 'not' in each other".formatted(DEEPEST));
        }
        Condition condition;
        if (takes("not")) {
            condition = new Condition.Not(negation());
        } else {
            next++;
            condition = condition();
            if (peek().kind() != Token.Kind.CLOSE) {
                throw peek().kind() == Token.Kind.END
                        ? source.mistake(first.position(), "this parenthesis is not closed")
                        : afterTest();
            }
            next++;
        }
        depth--;
        return condition;
    }

    private Condition test() {
        Token column = take();
        if (!column.isName()) {
            throw wrong(
                    column,
                    "expected a column (or 'not', or a parenthesis), got %s"
                            .formatted(column.isKeyword() ? "the word " + column.inWords() : column.inWords()));
        }
        if (takes("is")) {
            boolean present = takes("not");
            if (!takes("missing")) {
                throw wrong(
                        peek(),
                        "after 'is' stands 'missing' or 'not missing', got %s; a value is compared with ="
                                .formatted(peek().inWords()));
            }
            return new Condition.Presence(column, !present);
        }
        Token sign = take();
        Operator operator = operator(sign);
        if (operator == null) {
            throw noTest(column, sign);
        }
        Token value = take();
        if (!value.isName()) {
            throw wrong(
                    value,
                    "expected a value after %s, got %s; a value that is one of the language's own words stands in quotes"
                            .formatted(operator.sign(), value.inWords()));
        }
        return new Condition.Comparison(column, operator, value);
    }

    private static @Nullable Operator operator(Token sign) {
        boolean may = sign.kind() == Token.Kind.OPERATOR || sign.is(Operator.CONTAINS.sign());
        return Arrays.stream(Operator.values())
                .filter(operator -> may && (operator.sign().equals(sign.text()) || sign.is(operator.sign())))
                .findFirst()
                .orElse(null);
    }

    private Failure noTest(Token column, Token found) {
        boolean alone =
                next > 2 && (found.kind() == Token.Kind.END || found.isKeyword() || found.kind() == Token.Kind.CLOSE);
        return wrong(
                found,
                "expected %s after %s, got %s%s"
                        .formatted(
                                TESTS,
                                column.inWords(),
                                found.inWords(),
                                found.isName()
                                        ? "; a name with spaces stands in quotes"
                                        : alone
                                                ? "; each side of 'and' and 'or' is a whole comparison, as in row = Ours or row ="
                                                        + " Baseline"
                                                : ""));
    }

    /** Where a test is complete and something else than its end follows. */
    private Failure afterTest() {
        Token found = peek();
        if (found.kind() == Token.Kind.CLOSE) {
            return source.mistake(found.position(), "this parenthesis was never opened");
        }
        return wrong(
                found,
                "expected 'and', 'or' or the end, got %s%s"
                        .formatted(
                                found.inWords(),
                                found.isName()
                                        ? "; a value with spaces stands in quotes, as in row = 'MA to CosFace'"
                                        : ""));
    }

    /** Adds how the language writes it, where it is known from others. */
    private Failure wrong(Token found, String sentence) {
        String own = found.kind() == Token.Kind.OPERATOR ? FOREIGN.get(found.text()) : null;
        return source.mistake(found.position(), own == null ? sentence : sentence + "; write " + own);
    }
}
