package io.github.psbench.report.document;

import static java.util.Map.entry;

import io.github.psbench.report.text.PlainText;
import java.text.Normalizer;
import java.util.Map;

/**
 * Plain text as LaTeX, in ASCII. What pdflatex can print without further packages is mapped: letters with one accent, Greek letters, the usual
 * signs. All else is spelled out by its number, as in {@code \}{@code u691C}.
 */
final class LatexText {
    /** A longer run without a space or a hyphen, after which lines may end anyway, may be broken. */
    private static final int LONGEST_RUN = 14;

    private static final int BETWEEN_BREAKS = 4;
    private static final String SPELLED = "\\textbackslash{}u";
    private static final int SPELLED_WIDTH = 6;

    private static final Map<Integer, String> MAPPED = Map.ofEntries(
            sign("\\", "\\textbackslash{}"),
            sign("{", "\\{"),
            sign("}", "\\}"),
            sign("$", "\\$"),
            sign("&", "\\&"),
            sign("#", "\\#"),
            sign("%", "\\%"),
            sign("_", "\\_"),
            sign("~", "\\textasciitilde{}"),
            sign("^", "\\textasciicircum{}"),
            sign("<", "\\textless{}"),
            sign(">", "\\textgreater{}"),
            sign("|", "\\textbar{}"),
            sign("\"", "''"),
            sign("\u00A0", "~"),
            sign("±", "\\ensuremath{\\pm}"),
            sign("×", "\\ensuremath{\\times}"),
            sign("÷", "\\ensuremath{\\div}"),
            sign("−", "\\ensuremath{-}"),
            sign("≤", "\\ensuremath{\\leq}"),
            sign("≥", "\\ensuremath{\\geq}"),
            sign("≠", "\\ensuremath{\\neq}"),
            sign("≈", "\\ensuremath{\\approx}"),
            sign("∞", "\\ensuremath{\\infty}"),
            sign("→", "\\ensuremath{\\rightarrow}"),
            sign("←", "\\ensuremath{\\leftarrow}"),
            sign("↔", "\\ensuremath{\\leftrightarrow}"),
            sign("↑", "\\ensuremath{\\uparrow}"),
            sign("↓", "\\ensuremath{\\downarrow}"),
            sign("·", "\\ensuremath{\\cdot}"),
            sign("°", "\\ensuremath{^{\\circ}}"),
            sign("¹", "\\ensuremath{^1}"),
            sign("²", "\\ensuremath{^2}"),
            sign("³", "\\ensuremath{^3}"),
            sign("–", "--"),
            sign("—", "---"),
            sign("‘", "`"),
            sign("’", "'"),
            sign("“", "``"),
            sign("”", "''"),
            sign("…", "\\ldots{}"),
            sign("§", "\\S{}"),
            sign("©", "\\copyright{}"),
            sign("ß", "\\ss{}"),
            sign("æ", "\\ae{}"),
            sign("Æ", "\\AE{}"),
            sign("œ", "\\oe{}"),
            sign("Œ", "\\OE{}"),
            sign("ø", "\\o{}"),
            sign("Ø", "\\O{}"),
            sign("ł", "\\l{}"),
            sign("Ł", "\\L{}"),
            sign("ı", "\\i{}"));

    /** Those that are not Latin letters; omicron is an o. */
    private static final Map<Integer, String> GREEK = Map.ofEntries(
            greek("α", "alpha"),
            greek("β", "beta"),
            greek("γ", "gamma"),
            greek("δ", "delta"),
            greek("ε", "varepsilon"),
            greek("ζ", "zeta"),
            greek("η", "eta"),
            greek("θ", "theta"),
            greek("ι", "iota"),
            greek("κ", "kappa"),
            greek("λ", "lambda"),
            greek("μ", "mu"),
            greek("µ", "mu"),
            greek("ν", "nu"),
            greek("ξ", "xi"),
            greek("π", "pi"),
            greek("ρ", "rho"),
            greek("σ", "sigma"),
            greek("τ", "tau"),
            greek("υ", "upsilon"),
            greek("φ", "varphi"),
            greek("χ", "chi"),
            greek("ψ", "psi"),
            greek("ω", "omega"),
            greek("Γ", "Gamma"),
            greek("Δ", "Delta"),
            greek("Θ", "Theta"),
            greek("Λ", "Lambda"),
            greek("Ξ", "Xi"),
            greek("Π", "Pi"),
            greek("Σ", "Sigma"),
            greek("Φ", "Phi"),
            greek("Ψ", "Psi"),
            greek("Ω", "Omega"));

    /** Combining marks and the accents that every font encoding makes of them. */
    private static final Map<Character, String> ACCENTS = Map.ofEntries(
            entry('\u0300', "`"),
            entry('\u0301', "'"),
            entry('\u0302', "^"),
            entry('\u0303', "~"),
            entry('\u0304', "="),
            entry('\u0306', "u"),
            entry('\u0307', "."),
            entry('\u0308', "\""),
            entry('\u030A', "r"),
            entry('\u030B', "H"),
            entry('\u030C', "v"),
            entry('\u0327', "c"));

    private LatexText() {}

    static String of(String text) {
        StringBuilder latex = new StringBuilder();
        int run = 0;
        int before = ' ';
        for (int point : Normalizer.normalize(PlainText.of(text), Normalizer.Form.NFC)
                .codePoints()
                .toArray()) {
            run = point == ' ' || before == '-' ? 0 : run + width(point);
            if (run > LONGEST_RUN) {
                latex.append("\\allowbreak{}");
                run -= BETWEEN_BREAKS;
            }
            boolean doubled = point == before && "-`',".indexOf(point) >= 0;
            boolean turned = point == '`' && (before == '?' || before == '!');
            if (doubled || turned) {
                // Fonts would draw such a pair as one sign.
                latex.append("{}");
            }
            latex.append(one(point));
            before = point;
        }
        return latex.toString();
    }

    /** About as many characters as it takes in print. */
    static int width(String text) {
        return Normalizer.normalize(PlainText.of(text), Normalizer.Form.NFC)
                .codePoints()
                .map(LatexText::width)
                .sum();
    }

    private static int width(int point) {
        return one(point).startsWith(SPELLED) ? SPELLED_WIDTH : 1;
    }

    private static String one(int point) {
        String mapped = MAPPED.getOrDefault(point, GREEK.get(point));
        if (mapped != null) {
            return mapped;
        }
        if (point >= ' ' && point <= '~') {
            return Character.toString(point);
        }
        String parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD);
        if (parts.length() == 2 && isLetter(parts.charAt(0)) && ACCENTS.containsKey(parts.charAt(1))) {
            char letter = parts.charAt(0);
            return "\\" + ACCENTS.get(parts.charAt(1)) + "{" + (letter == 'i' || letter == 'j' ? "\\" : "") + letter
                    + "}";
        }
        return SPELLED + String.format("%04X", point);
    }

    private static boolean isLetter(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    }

    private static Map.Entry<Integer, String> sign(String sign, String latex) {
        return entry(sign.codePointAt(0), latex);
    }

    private static Map.Entry<Integer, String> greek(String letter, String name) {
        return entry(letter.codePointAt(0), "\\ensuremath{\\" + name + "}");
    }
}
