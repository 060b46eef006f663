package io.github.psbench.report.document;

import io.github.psbench.report.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * LaTeX with booktabs: a whole document, which pdflatex compiles alone with what every installation has. It is ASCII throughout, see {@link
 * LatexText}. Tables that are wider than the page are scaled or turned to fit, long ones are broken, and long words in them wrap.
 */
public final class Latex {
    /** What stands on a page, roughly, in lines. */
    private static final int LINES = 42;

    /** Characters; what is longer wraps. */
    private static final int WIDEST_TEXT = 36;

    private static final int WIDEST_HEADING = 13;

    private static final String PREAMBLE = """
            \\documentclass[a4paper]{article}
            \\usepackage[margin=2cm]{geometry}
            \\usepackage{array}
            \\usepackage{booktabs}
            \\usepackage{graphicx}
            \\newsavebox{\\grid}
            % A table as it is, or made as small as the page, or turned where it would become too small to read.
            \\newcommand{\\fitted}{%
              \\ifdim\\ht\\grid>0.88\\textheight\\sbox{\\grid}{\\resizebox{!}{0.88\\textheight}{\\usebox{\\grid}}}\\fi
              \\ifdim\\wd\\grid>1.6\\linewidth
                \\sbox{\\grid}{\\resizebox{0.88\\textheight}{!}{\\usebox{\\grid}}}%
                \\ifdim\\ht\\grid>\\linewidth\\sbox{\\grid}{\\resizebox{!}{\\linewidth}{\\usebox{\\grid}}}\\fi
                \\rotatebox{90}{\\usebox{\\grid}}%
              \\else\\ifdim\\wd\\grid>\\linewidth
                \\resizebox{\\linewidth}{!}{\\usebox{\\grid}}%
              \\else
                \\usebox{\\grid}%
              \\fi\\fi}
            \\newcolumntype{W}{>{\\raggedright\\arraybackslash}p{6.2cm}}
            \\renewcommand{\\labelitemi}{$\\bullet$}
            \\setlength{\\parindent}{0pt}
            \\setlength{\\parskip}{6pt}
            \\setlength{\\emergencystretch}{5em}
            \\begin{document}
            """;

    private final StringBuilder text = new StringBuilder(PREAMBLE);

    private Latex() {}

    public static String of(Document document) {
        Latex latex = new Latex();
        latex.text.append("\\section*{").append(LatexText.of(document.title())).append("}\n\n");
        document.all().forEach(latex::block);
        return latex.text.append("\\end{document}\n").toString();
    }

    private void block(Document.Block block) {
        if (block instanceof Document.Heading heading) {
            text.append("\\subsection*{").append(LatexText.of(heading.text())).append("}\n\n");
        } else if (block instanceof Document.Paragraph paragraph) {
            text.append(LatexText.of(paragraph.text())).append("\n\n");
        } else if (block instanceof Document.Bullets bullets) {
            bullets(bullets.items().stream().map(LatexText::of).toList());
        } else if (block instanceof Document.Legend legend) {
            bullets(List.of("\\textbf{Bold}: the best; \\underline{underlined}: the second best. "
                    + LatexText.of(legend.rule())));
        } else if (block instanceof Grid grid) {
            grid(grid);
        }
    }

    private void bullets(List<String> items) {
        if (!items.isEmpty()) {
            // A group in braces, so that an item that begins with a bracket is not taken for a label.
            text.append("{\\small\\begin{itemize}\\setlength{\\itemsep}{0pt}\n");
            items.forEach(item -> text.append("\\item {}").append(item).append('\n'));
            text.append("\\end{itemize}}\n\n");
        }
    }

    private void grid(Grid grid) {
        if (!grid.caption().isEmpty()) {
            text.append("\\textbf{").append(LatexText.of(grid.caption())).append("}\\nopagebreak\n\n");
        }
        List<List<Grid.Cell>> part = new ArrayList<>();
        int height = 0;
        for (List<Grid.Cell> line : grid.lines()) {
            int needed = height(grid, line);
            if (height + needed > LINES && !part.isEmpty()) {
                tabular(grid, part);
                part.clear();
                height = 0;
            }
            part.add(line);
            height += needed;
        }
        tabular(grid, part);
    }

    /** Lines that the row takes when its words wrap. */
    private static int height(Grid grid, List<Grid.Cell> line) {
        return IntStream.range(0, grid.texts())
                .map(column -> 1 + LatexText.width(line.get(column).text()) / WIDEST_TEXT)
                .max()
                .orElse(1);
    }

    private void tabular(Grid grid, List<List<Grid.Cell>> lines) {
        List<String> marks = IntStream.range(0, grid.headings().size())
                .mapToObj(column -> widestMark(lines, column))
                .toList();
        text.append("\\begin{lrbox}{\\grid}\n\\begin{tabular}[b]{@{}");
        for (int column = 0; column < grid.headings().size(); column++) {
            text.append(column >= grid.texts() ? "r" : isLong(lines, column) ? "W" : "l");
        }
        text.append("@{}}\n\\toprule\n");
        text.append(IntStream.range(0, grid.headings().size())
                .mapToObj(column -> heading(grid.headings().get(column), column >= grid.texts()))
                .collect(Collectors.joining(" & ", "", " \\\\\n\\midrule\n")));
        for (List<Grid.Cell> line : lines) {
            text.append(IntStream.range(0, line.size())
                    .mapToObj(column -> cell(line.get(column), marks.get(column), column >= grid.texts()))
                    .collect(Collectors.joining(" & ", "", " \\\\\n")));
        }
        text.append("\\bottomrule\n\\end{tabular}\n\\end{lrbox}\n\\fitted\n\n");
    }

    /** Wraps, so that it does not make its column much wider than what stands below it. */
    private static String heading(String plain, boolean number) {
        List<String> lines = PlainText.wrap(PlainText.of(plain), number ? WIDEST_HEADING : WIDEST_TEXT);
        String start = number ? "\\shortstack[r]{" : "\\shortstack[l]{";
        return lines.size() > 1
                ? lines.stream().map(LatexText::of).collect(Collectors.joining("\\\\", start, "}"))
                : LatexText.of(plain);
    }

    private static boolean isLong(List<List<Grid.Cell>> lines, int column) {
        return lines.stream().anyMatch(line -> LatexText.width(line.get(column).text()) > WIDEST_TEXT);
    }

    private static String widestMark(List<List<Grid.Cell>> lines, int column) {
        String widest = "";
        for (List<Grid.Cell> line : lines) {
            String mark = line.get(column).marks();
            widest = mark.length() > widest.length() ? mark : widest;
        }
        return widest;
    }

    /** @param mark the column's widest, whose room a cell without one keeps, so that numbers stand below each other */
    private static String cell(Grid.Cell cell, String mark, boolean number) {
        // A hyphen is too short for a minus.
        String text = number ? cell.text().replaceFirst("^-(?=[0-9])", "−") : cell.text();
        String plain = LatexText.of(text);
        String emphasised =
                switch (cell.emphasis()) {
                    case BEST -> "\\textbf{" + plain + "}";
                    case SECOND -> "\\underline{" + plain + "}";
                    // Braces, so that a cell that begins with a bracket or a star is not read as the end of the line
                    // before.
                    case NONE, AGREES, DISAGREES, OPEN -> "{" + plain + "}";
                };
        if (!cell.marks().isEmpty()) {
            return emphasised + "\\," + LatexText.of(cell.marks());
        }
        return mark.isEmpty() ? emphasised : emphasised + "\\phantom{\\," + LatexText.of(mark) + "}";
    }
}
