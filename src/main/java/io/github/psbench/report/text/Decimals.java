package io.github.psbench.report.text;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as text, the same on every machine and Java version. */
public final class Decimals {
    private Decimals() {}

    /** The shortest decimal that reads back as exactly this number; older Java versions' own conversion sometimes has a digit too many. */
    public static String exact(double value) {
        return NumberOutput.toString(value, true);
    }

    /**
     * Rounded to one decimal, as papers print scores. Halves go away from zero, and what is rounded is the decimal of {@link #exact}: 49.65 is
     * 49.7, though the binary number nearest to 49.65 lies below it, so whoever rounds the values of the CSV or JSON file by hand finds
     * the same digits.
     */
    public static String rounded(double value) {
        return rounded(value, 1);
    }

    /** As {@link #rounded(double)}, to so many decimals. */
    public static String rounded(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return exact(value);
        }
        return new BigDecimal(exact(value))
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** As {@link #rounded}, with a plus before what is positive. */
    public static String signed(double value) {
        String text = rounded(value);
        return value > 0 && !text.equals("0.0") ? "+" + text : text;
    }
}
