package io.github.psbench.report.text;

import java.util.ArrayList;
import java.util.List;

/** Text from files and data, made fit to be shown on lines: nothing in it breaks a line, moves a cursor or turns the reading direction. */
public final class PlainText {
    private PlainText() {}

    /**
     * Line breaks and tabs become spaces; other control and invisible format characters (among them those that override the reading
     * direction) and broken surrogates are spelled out, as in {@code \}{@code u202E}.
     */
    public static String of(String text) {
        if (isAscii(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (Character.getType(point)) {
                case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> plain.append(' ');
                case Character.CONTROL -> plain.append(Character.isWhitespace(point) ? " " : spelled(point));
                case Character.FORMAT, Character.SURROGATE -> plain.append(spelled(point));
                default -> plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }

    /** Most texts are, and need no closer look. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** The columns that a plain text takes in a terminal: East Asian wide characters and emoji two, combining marks none. */
    public static int width(String plain) {
        return isAscii(plain)
                ? plain.length()
                : plain.codePoints().map(PlainText::width).sum();
    }

    /** Breaks a plain text into lines of at most so many columns, at spaces where there are any. */
    public static List<String> wrap(String plain, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        int afterSpace = 0;
        for (int point : plain.codePoints().toArray()) {
            if (used + width(point) > columns && !line.isEmpty()) {
                int cut = point == ' ' || afterSpace == 0 ? line.length() : afterSpace;
                lines.add(line.substring(0, cut).stripTrailing());
                line.delete(0, cut);
                used = width(line.toString());
                afterSpace = 0;
            }
            if (point == ' ' && line.isEmpty() && !lines.isEmpty()) {
                continue;
            }
            line.appendCodePoint(point);
            used += width(point);
            if (point == ' ') {
                afterSpace = line.length();
            }
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static String spelled(int point) {
        return String.format("\\u%04X", point);
    }

    private static int width(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = (point >= 0x1100 && point <= 0x115F)
                || (point >= 0x2E80 && point <= 0xA4CF)
                || (point >= 0xAC00 && point <= 0xD7A3)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0xFE30 && point <= 0xFE6F)
                || (point >= 0xFF00 && point <= 0xFF60)
                || (point >= 0xFFE0 && point <= 0xFFE6)
                || (point >= 0x1F300 && point <= 0x1FAFF)
                || (point >= 0x20000 && point <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
