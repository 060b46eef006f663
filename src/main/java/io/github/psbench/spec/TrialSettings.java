package io.github.psbench.spec;

import io.github.psbench.data.DataSource;
import io.github.psbench.settings.Binder;
import io.github.psbench.settings.Layers;
import io.github.psbench.settings.Located;
import io.github.psbench.settings.Place;
import io.github.psbench.settings.Problems;
import io.github.psbench.settings.Scalars;
import io.github.psbench.train.Recipe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one row on one data set comes to, for any seed. */
record TrialSettings(DataSource data, Recipe recipe) {
    private static final String PROTOCOL = "protocol";
    private static final String DATA = "data";

    /**
     * @param layers the lowest first
     * @return null, or settings that must not be used, if anything was wrong
     */
    static @Nullable TrialSettings of(List<Located.Mapping> layers, Problems problems) {
        Located.Mapping settings = preset(layers, problems);
        for (Located.Mapping layer : layers) {
            settings = Layers.lay(layer.without(PROTOCOL), settings);
        }
        Binder binder = new Binder(problems);
        Located source = settings.get(DATA);
        DataSource data = source == null ? null : binder.bindVariant(DATA, DataSource.class, source);
        Recipe recipe = binder.bind(Recipe.class, settings.without(DATA), List.of(DATA, PROTOCOL));
        return data == null || recipe == null ? null : new TrialSettings(data, recipe);
    }

    /** The lowest layer is chosen by the uppermost that names a protocol, so that a row may follow another protocol than its table. */
    private static Located.Mapping preset(List<Located.Mapping> layers, Problems problems) {
        Located chosen = null;
        for (Located.Mapping layer : layers) {
            Located named = layer.get(PROTOCOL);
            chosen = named == null ? chosen : named;
        }
        if (chosen == null || chosen.isNone()) {
            return Located.Mapping.empty(Place.BUILT_IN);
        }
        if (chosen instanceof Located.Scalar scalar) {
            if (Protocols.NAMES.contains(scalar.text())) {
                return Protocols.of(scalar.text());
            }
            new Scalars(problems).refuseWord(PROTOCOL, scalar, Protocols.NAMES);
        } else {
            problems.add(
                    chosen.place(),
                    "protocol must be one of %s, got %s",
                    String.join(", ", Protocols.NAMES),
                    chosen.described());
        }
        // Any preset will do to find the other mistakes.
        return Protocols.of(Protocols.NAMES.get(0));
    }
}
