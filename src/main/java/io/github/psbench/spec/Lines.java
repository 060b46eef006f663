package io.github.psbench.spec;

import io.github.psbench.settings.Layers;
import io.github.psbench.settings.Located;
import io.github.psbench.settings.Place;
import io.github.psbench.settings.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a file in each of its profiles, at the points of the sweep in force there. */
final class Lines {
    private final ExperimentFile declared;
    private final Map<String, Located.Mapping> rows;
    private final SweepGrid usual;
    private final Map<ExperimentFile.Profile, SweepGrid> grids = new LinkedHashMap<>();

    /** @param rows the settings of the file's rows, by name */
    Lines(ExperimentFile declared, Located.Mapping root, Map<String, Located.Mapping> rows, Problems problems) {
        this.declared = declared;
        this.rows = rows;
        this.usual = grid(declared.sweep(), root.get("sweep"), problems);
        declared.profiles().forEach((name, profile) -> {
            Located written = asWritten(root, name);
            grids.put(profile, written == null ? usual : grid(profile.sweep(), written, problems));
        });
    }

    private static SweepGrid grid(@Nullable DeclaredSweep sweep, @Nullable Located written, Problems problems) {
        return sweep == null || written == null ? SweepGrid.NONE : SweepReader.read(sweep, written.place(), problems);
    }

    /** A profile's sweep; null where the profile does not mention it. */
    private static @Nullable Located asWritten(Located.Mapping root, String profile) {
        return root.get("profiles") instanceof Located.Mapping profiles
                        && profiles.get(profile) instanceof Located.Mapping entries
                ? entries.get("sweep")
                : null;
    }

    SweepGrid grid(ExperimentFile.Profile profile) {
        return grids.getOrDefault(profile, usual);
    }

    /** What the profile changes in each of its rows. */
    Map<String, Located.Mapping> adapted(ExperimentFile.Profile profile, Problems found) {
        return Selection.read("row", profile.rows(), declared.rows(), found);
    }

    /** The profile's. */
    List<Line> of(ExperimentFile.Profile profile, Problems found) {
        return grid(profile).lines(adapted(profile, found), found);
    }

    /** What the user chose on the command line among all rows; those of the profile if nothing. */
    List<Line> chosen(List<String> texts, ExperimentFile.Profile profile, Problems problems) {
        if (texts.isEmpty()) {
            return of(profile, problems);
        }
        Map<String, Located.Mapping> adapted = adapted(profile, problems);
        Map<String, Located.Mapping> all = new LinkedHashMap<>();
        rows.keySet().forEach(row -> all.put(row, adapted.getOrDefault(row, Located.Mapping.empty(Place.BUILT_IN))));
        SweepGrid grid = grid(profile);
        return grid.chosen(texts, grid.lines(all, problems), problems);
    }

    /** What a row and its point say, the lowest layer first. */
    List<Located.Mapping> layers(Line line, Problems found) {
        Located.Mapping row = rows.getOrDefault(line.base(), Located.Mapping.empty(Place.BUILT_IN));
        Located.Mapping below = Layers.lay(line.adapted(), row);
        line.point().written().entries().forEach((key, entry) -> {
            String above = key.substring(0, Math.max(0, key.lastIndexOf('.')));
            Located off = Layers.find(below, above);
            if (off != null && off.isNone()) {
                found.add(
                        entry.key(),
                        "the row '%s' has none at %s, which '%s' would undo; give that row a file of its own, or sweep '%s'",
                        line.base(),
                        off.place(),
                        key,
                        above);
            }
        });
        return List.of(row, line.adapted(), Layers.nest(line.point().written(), found));
    }
}
