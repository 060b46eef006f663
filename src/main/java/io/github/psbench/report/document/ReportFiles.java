package io.github.psbench.report.document;

import io.github.psbench.base.WholeFile;
import java.nio.file.Path;
import java.util.List;

/**
 * A report in every format, under one name. The same content gives the same bytes.
 *
 * @param name of the files, without what they end in
 * @param document what people read
 * @param csv raw values, for spreadsheets
 * @param json everything, for programs
 */
public record ReportFiles(String name, Document document, String csv, String json) {
    /**
     * Writes {@code <name>.md}, {@code .tex}, {@code .html}, {@code .csv} and {@code .json} into a folder, which is made if need be.
     *
     * @return the files written, the Markdown first
     * @throws io.github.psbench.base.Failure of kind RESOURCES if a file cannot be written
     */
    public List<Path> write(Path folder) {
        return List.of(
                written(folder, ".md", Markdown.of(document)),
                written(folder, ".tex", Latex.of(document)),
                written(folder, ".html", Html.page(document)),
                written(folder, ".csv", csv),
                written(folder, ".json", json));
    }

    private Path written(Path folder, String end, String text) {
        Path file = folder.resolve(name + end);
        WholeFile.write(file, text);
        return file;
    }
}
