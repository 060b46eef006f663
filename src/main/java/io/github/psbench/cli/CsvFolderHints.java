package io.github.psbench.cli;

import io.github.psbench.data.CsvFolder;
import io.github.psbench.data.Encoding;
import java.io.PrintWriter;
import java.util.Locale;

/** What to do next with a csv-folder that was just written. */
record CsvFolderHints(CsvFolder folder) {
    void print(PrintWriter out) {
        String encoding = folder.encoding() == Encoding.PATTERNS
                ? ""
                : ", encoding: " + folder.encoding().name().toLowerCase(Locale.ROOT);
        out.printf("""
                %1$s
                  schema.yaml  the attribute groups
                  images.csv   a row an image
                  images/      the pictures

                Check it and look at it:
                  psbench data describe csv-folder --data %2$s
                  psbench data show csv-folder --data %2$s

                Name it among the datasets of an experiment file (the settings of the loss are those of Market-1501):
                  mine:
                    data: {name: csv-folder, path: %3$s%4$s}
                    loss: {alignment: {scale: 12, margin: 0.2}, asmr: {lambda: 6}}
                """, folder.path(), forShell(folder.path()), forYaml(folder.path()), encoding);
    }

    private static String forShell(String text) {
        return text.matches("[A-Za-z0-9_./+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private static String forYaml(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
