package io.github.psbench.report.text;

import org.apache.commons.csv.CSVFormat;

/** Comma-separated values (RFC 4180, line feeds) as psbench writes them. */
public final class Csv {
    public static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

    private Csv() {}

    /** A spreadsheet takes text that starts like a formula for one; an apostrophe before it says that it is text. */
    public static String cell(String text) {
        String plain = PlainText.of(text);
        String start = plain.stripLeading();
        return !start.isEmpty() && "=+-@＝＋－＠".indexOf(start.charAt(0)) >= 0 ? "'" + plain : plain;
    }
}
