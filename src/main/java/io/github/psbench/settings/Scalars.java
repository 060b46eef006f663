package io.github.psbench.settings;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a scalar as the type that its record wants. Because the type is known, none of YAML's guesses is needed: {@code no} is text where
 * text is wanted, {@code 1_000} is a thousand, and what two versions of YAML read differently ({@code 012}, {@code yes}) is refused by name.
 */
public final class Scalars {
    private static final String DIGITS = "[0-9]+(?:_[0-9]+)*";
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(?:" + DIGITS + "(?:\\.(?:" + DIGITS + ")?)?|\\." + DIGITS + ")(?:[eE][-+]?[0-9]+)?");
    private static final Pattern OTHER_BASE = Pattern.compile("([-+]?)0(?:o([0-7]+)|x([0-9a-fA-F]+))");
    private static final Pattern LEADING_ZERO = Pattern.compile("([-+]?)0+([0-9]+)");
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[-+]?(?:\\.?nan|\\.?inf|infinity)");
    private static final int LONGEST_NUMBER = 40;
    /** Far beyond every type here, and short of where arithmetic on the digits becomes slow. */
    private static final int MOST_DIGITS = 400;

    private final Problems problems;

    public Scalars(Problems problems) {
        this.problems = problems;
    }

    /** What a message says is expected, for the types that {@link #read} knows; null for others. */
    static @Nullable String expected(Class<?> type) {
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "text";
        }
        return type.isEnum() ? "one of " + String.join(", ", constants(type)) : null;
    }

    /** @param what the setting's name, the subject of messages */
    public Bound read(Class<?> type, String what, Located node) {
        String expected = String.valueOf(expected(type));
        if (!(node instanceof Located.Scalar scalar)) {
            problems.add(node.place(), "%s must be %s, got %s", what, expected, node.described());
            return Bound.UNUSABLE;
        }
        if (node.isBlank()) {
            problems.add(node.place(), "%s has no value; it must be %s", what, expected);
            return Bound.UNUSABLE;
        }
        if (type == String.class) {
            return text(what, scalar);
        }
        if (type.isEnum()) {
            return constant(type, what, scalar);
        }
        if (type == boolean.class || type == Boolean.class) {
            return truth(what, scalar);
        }
        return number(type, what, expected, scalar);
    }

    private Bound text(String what, Located.Scalar scalar) {
        if (scalar.text().chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            problems.add(scalar.place(), "%s must not hold control characters", what);
            return Bound.UNUSABLE;
        }
        return Bound.of(scalar.text());
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(c -> Keys.of((Enum<?>) c))
                .toList();
    }

    private Bound constant(Class<?> type, String what, Located.Scalar scalar) {
        int index = constants(type).indexOf(scalar.text());
        if (index >= 0) {
            return Bound.of(type.getEnumConstants()[index]);
        }
        refuseWord(what, scalar, constants(type));
        return Bound.UNUSABLE;
    }

    /** Reports a word that is none of the known ones. */
    public void refuseWord(String what, Located.Scalar scalar, List<String> known) {
        String nearest = Suggestion.nearest(scalar.text(), known);
        problems.add(
                scalar.place(),
                "%s must be one of %s, got %s%s",
                what,
                String.join(", ", known),
                scalar.described(),
                nearest == null ? "" : "; did you mean '" + nearest + "'?");
    }

    private Bound truth(String what, Located.Scalar scalar) {
        String hint =
                switch (scalar.text()) {
                    case "true", "True", "TRUE", "false", "False", "FALSE" ->
                        scalar.plain() ? null : "; remove the quotes";
                    case "yes", "Yes", "YES", "y", "Y", "on", "On", "ON", "1" -> "; write true";
                    case "no", "No", "NO", "n", "N", "off", "Off", "OFF", "0" -> "; write false";
                    default -> "";
                };
        if (hint == null) {
            return Bound.of(scalar.text().equalsIgnoreCase("true"));
        }
        problems.add(scalar.place(), "%s must be true or false, got %s%s", what, scalar.described(), hint);
        return Bound.UNUSABLE;
    }

    private Bound number(Class<?> type, String what, String expected, Located.Scalar scalar) {
        BigDecimal number = number(scalar);
        if (number == null) {
            problems.add(
                    scalar.place(), "%s must be %s, got %s%s", what, expected, scalar.described(), numberHint(scalar));
            return Bound.UNUSABLE;
        }
        boolean whole = type != double.class && type != Double.class;
        if (whole && number.signum() != 0 && number.stripTrailingZeros().scale() > 0) {
            problems.add(scalar.place(), "%s must be %s, got %s", what, expected, scalar.described());
            return Bound.UNUSABLE;
        }
        Number fitting = whole ? wholeNumber(type, number) : realNumber(number);
        if (fitting == null) {
            problems.add(scalar.place(), "%s must be %s %s, got %s", what, expected, range(type), scalar.described());
            return Bound.UNUSABLE;
        }
        return Bound.of(fitting);
    }

    /** What a scalar is as a number; null if it is none. */
    public static @Nullable BigDecimal number(Located.Scalar scalar) {
        return scalar.plain() ? decimal(scalar.text()) : null;
    }

    private static @Nullable BigDecimal decimal(String text) {
        if (text.length() > LONGEST_NUMBER
                || LEADING_ZERO.matcher(text.replace("_", "")).matches()) {
            return null;
        }
        Matcher other = OTHER_BASE.matcher(text);
        if (other.matches()) {
            BigInteger digits =
                    other.group(2) != null ? new BigInteger(other.group(2), 8) : new BigInteger(other.group(3), 16);
            return new BigDecimal(other.group(1).equals("-") ? digits.negate() : digits);
        }
        if (!DECIMAL.matcher(text).matches()) {
            return null;
        }
        try {
            return new BigDecimal(text.replace("_", ""));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String range(Class<?> type) {
        if (type == double.class || type == Double.class) {
            return "between 1e-308 and 1e308 in size";
        }
        return isInt(type) ? "in -2^31..2^31-1" : "in -2^63..2^63-1";
    }

    private static boolean isInt(Class<?> type) {
        return type == int.class || type == Integer.class;
    }

    private static @Nullable Number wholeNumber(Class<?> type, BigDecimal number) {
        if (number.signum() != 0 && (long) number.precision() - number.scale() > MOST_DIGITS) {
            return null;
        }
        BigInteger whole = number.signum() == 0 ? BigInteger.ZERO : number.toBigInteger();
        if (whole.bitLength() >= (isInt(type) ? Integer.SIZE : Long.SIZE)) {
            return null;
        }
        // Not a conditional expression: that would turn the int into a long.
        if (isInt(type)) {
            return whole.intValue();
        }
        return whole.longValue();
    }

    /** Null where the nearest double is infinite, or zero though the number is not. */
    private static @Nullable Number realNumber(BigDecimal number) {
        double nearest = number.doubleValue();
        return Double.isInfinite(nearest) || (nearest == 0 && number.signum() != 0) ? null : nearest;
    }

    private static String numberHint(Located.Scalar scalar) {
        String text = scalar.text();
        if (text.length() > LONGEST_NUMBER) {
            return "";
        }
        if (!scalar.plain()) {
            return decimal(text) == null ? "" : "; remove the quotes";
        }
        if (NOT_FINITE.matcher(text).matches()) {
            return "; it must be finite";
        }
        Matcher zeros = LEADING_ZERO.matcher(text.replace("_", ""));
        if (zeros.matches()) {
            String sign = zeros.group(1);
            String digits = zeros.group(2);
            return digits.chars().allMatch(c -> c < '8')
                    ? ", which is octal in YAML 1.1 and decimal in YAML 1.2; write " + sign + digits + " or " + sign
                            + "0o" + digits
                    : "; write " + sign + digits;
        }
        return "";
    }
}
