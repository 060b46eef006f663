package io.github.psbench.spec;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Default;
import io.github.psbench.eval.Metric;
import io.github.psbench.settings.Located;
import io.github.psbench.settings.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An experiment file as it is written. What names something else in the file keeps its place, so that a wrong name is reported there.
 *
 * @param title what the table shows, for its caption
 * @param paper "asmr-iccv2021#table2": the published table to stand beside; null: none
 * @param seeds see {@link Seeds}
 * @param defaults settings of every trial
 * @param datasets the columns: settings by name
 * @param rows the rows: settings by name
 * @param profiles sizes at which the table can be run, by name
 * @param profile the one that is used when the user names none; null: "quick"
 * @param metric what rows are compared by
 * @param claims what the paper concludes
 * @param reference the row that the others are compared with; null: none
 * @param tolerance see {@link Experiment#tolerance()}
 * @param tables what its tables are of
 * @param figures what is drawn beside the table
 * @param retrieval how the figure of that name is made
 * @param tsne likewise
 * @param sweep what the rows vary; null: nothing
 */
record ExperimentFile(
        String title,
        Located.@Nullable Scalar paper,
        @Default("0") Located seeds,
        @Default("{}") Located.Mapping defaults,
        @Default("{}") Located.Mapping datasets,
        @Default("{}") Located.Mapping rows,
        @Default("{}") Map<String, Profile> profiles,
        Located.@Nullable Scalar profile,
        @Default("rank1") Metric metric,
        @Default("[]") List<Claim> claims,
        Located.@Nullable Scalar reference,
        @Default("1") double tolerance,
        @Default("[scores]") List<Tabled> tables,
        @Default("[]") List<Figure> figures,
        @Default("{}") RetrievalFigure retrieval,
        @Default("{}") TsneFigure tsne,
        @Nullable DeclaredSweep sweep) {
    /** The profile that is used when neither the user nor the file says which. */
    static final String QUICK = "quick";

    ExperimentFile {
        require(tolerance > 0 && Double.isFinite(tolerance), "tolerance", "must be > 0 and finite", tolerance);
        profiles = profiles.isEmpty() ? Map.of(QUICK, Profile.UNCHANGED) : profiles;
    }

    /**
     * @param datasets which data sets, as a list of their names, or as a mapping that also adapts them; null: all
     * @param rows which rows, likewise
     * @param seeds null: those of the file
     * @param set settings of every trial
     * @param sweep instead of the file's; null: that of the file where the key is missing, none where it is "none"
     */
    record Profile(
            @Nullable Located datasets,
            @Nullable Located rows,
            @Nullable Located seeds,
            @Default("{}") Located.Mapping set,
            @Nullable DeclaredSweep sweep) {
        static final Profile UNCHANGED = new Profile(null, null, null, Located.Mapping.empty(Place.BUILT_IN), null);
    }

    /**
     * See {@link Experiment.Claim}.
     *
     * @param than a row, or a list of rows
     */
    record Claim(String name, Located.Scalar better, Located than) {}
}
