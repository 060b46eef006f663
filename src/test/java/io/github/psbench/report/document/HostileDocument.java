package io.github.psbench.report.document;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A document whose every text is meant to break out of its format, with each kind of block and of cell. */
public final class HostileDocument {
    public static final List<String> NAMES = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "'; --> ]]> </style></table>",
            "\\input{/etc/passwd} \\write18{id} \\end{document} $x^2$ {unbalanced %comment",
            "a & b \\\\ c # d _ e ~ f | g",
            "[link](javascript:alert(1)) **bold** `code` <!-- -->",
            "- not a list",
            "1. not a list either",
            "[b] *",
            "--``''?`!`,,<<>>",
            "\u202Eevil.exe\u202C \u001B[31m \u0000 \u2028 \u200B",
            "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627 \u65E5\u672C\u8A9E \uD83D\uDE00 half \uD83D",
            "Caf\u00E9 \u0141\u00F3d\u017A \u0130stanbul \u1EC7 \u00EE \u01F0 \u03BB = 6, \u03C3 \u2264 2, \u2192 \u2260 \u20AC",
            "x".repeat(300),
            "\u65E5".repeat(300),
            "word ".repeat(60),
            "");

    private static final List<Grid.Emphasis> EMPHASES = List.of(Grid.Emphasis.values());

    private HostileDocument() {}

    public static Document document() {
        Grid names = new Grid(
                NAMES.get(0),
                1,
                List.of(NAMES.get(3), NAMES.get(4), "R1"),
                IntStream.range(0, NAMES.size())
                        .mapToObj(i -> List.of(
                                Grid.Cell.of(NAMES.get(i)),
                                new Grid.Cell(
                                        NAMES.get(i)
                                                .substring(
                                                        0,
                                                        Math.min(
                                                                20, NAMES.get(i).length())),
                                        EMPHASES.get(i % EMPHASES.size()),
                                        "↑*",
                                        NAMES.get(i)),
                                Grid.Cell.of("-0." + i)))
                        .toList());
        List<String> many =
                IntStream.range(0, 30).mapToObj(i -> "data set " + i).toList();
        return new Document(
                NAMES.get(3),
                List.of(
                        new Document.Heading(String.join(" ", NAMES)),
                        new Document.Paragraph(String.join(" ", NAMES)),
                        names,
                        new Document.Bullets(NAMES),
                        new Document.Bullets(List.of()),
                        new Document.Legend(NAMES.get(0)),
                        Grid.ofTexts(0, many, List.of(many)),
                        Grid.ofTexts(1, List.of("none"), List.of())),
                List.of(Grid.ofTexts(
                        2,
                        List.of("Name", "Text"),
                        IntStream.range(0, 120)
                                .mapToObj(i -> List.of("row " + i, NAMES.get(i % NAMES.size())))
                                .toList())));
    }

    /** Whatever there is from U+0000 to U+2FFF, and some beyond. */
    public static Document everyCharacter() {
        List<String> texts = IntStream.range(0, 0x300)
                .mapToObj(block -> IntStream.range(block * 16, block * 16 + 16)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining(" ")))
                .toList();
        return new Document(
                "Characters",
                List.of(new Document.Bullets(texts), new Document.Paragraph("\uD83D\uDE00 \uFFFD \uE000")));
    }
}
