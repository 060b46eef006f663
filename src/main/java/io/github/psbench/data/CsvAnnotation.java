package io.github.psbench.data;

import io.github.psbench.settings.Binder;
import io.github.psbench.settings.Located;
import io.github.psbench.settings.Problems;
import io.github.psbench.settings.YamlFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code schema.yaml} and {@code images.csv} of a {@link CsvFolder} say.
 *
 * @param table null where there are mistakes in it
 * @param rows in the order of the file; not to be used where there are mistakes
 */
record CsvAnnotation(@Nullable GroupTable table, List<CsvImages.Row> rows) {
    /** Reads both files; every mistake goes to the problems. */
    static CsvAnnotation read(Path folder, Problems problems) {
        Problems ofTable = new Problems();
        GroupTable table = table(folder.resolve(CsvFolder.SCHEMA), ofTable);
        Problems ofRows = new Problems();
        List<CsvImages.Row> rows = CsvImages.read(folder.resolve(CsvFolder.IMAGES), table, ofRows);
        problems.addAll(ofTable, "");
        problems.addAll(ofRows, "");
        return new CsvAnnotation(table, rows);
    }

    private static @Nullable GroupTable table(Path file, Problems problems) {
        Located.Mapping root = YamlFile.read(file, problems);
        GroupTable table = root == null ? null : new Binder(problems).bind(GroupTable.class, root, List.of());
        if (root != null && root.get("groups") instanceof Located.Mapping groups) {
            for (String column : List.of(CsvImages.PATH, CsvImages.SPLIT)) {
                Located.Entry group = groups.entries().get(column);
                if (group != null) {
                    problems.add(
                            group.key(),
                            "no group may be named '%s', since %s has another column of that name",
                            column,
                            CsvFolder.IMAGES);
                }
            }
        }
        return problems.isEmpty() ? table : null;
    }

    Describing describing() {
        Describing describing = new Describing(Objects.requireNonNull(table));
        rows.forEach(row -> describing.add(row.person()));
        return describing;
    }

    /**
     * Those of one split.
     *
     * @param ofRows something for each row
     */
    <T> List<T> of(CsvImages.Split split, List<T> ofRows) {
        return IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).split() == split)
                .mapToObj(ofRows::get)
                .toList();
    }
}
