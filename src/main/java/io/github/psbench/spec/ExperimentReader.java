package io.github.psbench.spec;

import io.github.psbench.settings.Binder;
import io.github.psbench.settings.Layers;
import io.github.psbench.settings.Located;
import io.github.psbench.settings.Place;
import io.github.psbench.settings.Problems;
import io.github.psbench.settings.Suggestion;
import io.github.psbench.settings.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an experiment file in all its profiles, to find every mistake in it, and resolves the trials of the one that is asked for. */
final class ExperimentReader {
    private final Path file;
    private final Choices choices;
    private final ExperimentFile declared;
    private final Problems problems;
    private final Located.Mapping defaults;
    private final Map<String, Located.Mapping> datasets;
    private final Map<String, Located.Mapping> rows;
    private final Lines lines;

    private ExperimentReader(
            Path file, Choices choices, ExperimentFile declared, Located.Mapping root, Problems problems) {
        this.file = file;
        this.choices = choices;
        this.declared = declared;
        this.problems = problems;
        // Where there are no defaults, what is missing from them is missing from the file.
        this.defaults = declared.defaults().place().isUsers()
                ? Layers.nest(declared.defaults(), problems)
                : Located.Mapping.empty(Place.start(file));
        this.datasets = settings(declared.datasets());
        this.rows = settings(declared.rows());
        this.lines = new Lines(declared, root, rows, problems);
    }

    static Experiment read(Path file, Choices choices) {
        Problems problems = new Problems();
        Located.Mapping root = BaseFile.read(file, problems);
        ExperimentFile declared =
                root == null ? null : new Binder(problems).bind(ExperimentFile.class, root, List.of(BaseFile.BASE));
        if (root == null || declared == null) {
            problems.throwIfAny();
            throw new IllegalStateException(file + " gives no experiment, yet nothing is wrong with it");
        }
        ExperimentReader reader = new ExperimentReader(file, choices, declared, root, problems);
        reader.needEntry("datasets", declared.datasets(), root);
        reader.needEntry("rows", declared.rows(), root);
        return reader.resolve(root);
    }

    private Map<String, Located.Mapping> settings(Located.Mapping entries) {
        Map<String, Located.Mapping> settings = new LinkedHashMap<>();
        entries.entries().forEach((name, entry) -> settings.put(name, Selection.settings(name, entry, problems)));
        return settings;
    }

    private void needEntry(String key, Located.Mapping entries, Located.Mapping root) {
        if (entries.entries().isEmpty()) {
            Located written = root.get(key);
            problems.add(written == null ? root.place() : written.place(), "%s must name at least one", key);
        }
    }

    private Experiment resolve(Located.Mapping root) {
        List<Long> seeds = Seeds.read(declared.seeds(), problems);
        Published published = declared.paper() == null ? null : PublishedReader.read(file, declared.paper(), problems);
        List<Experiment.Claim> claims = new ClaimsReader(declared, problems).claims();
        checkReference();
        needSweepToDraw(root);
        String usual = usualProfile(root);
        checkProfiles(usual);
        String name = choices.profile() == null ? usual : choices.profile();
        ExperimentFile.Profile profile = declared.profiles().get(name);
        if (profile == null) {
            if (choices.profile() != null) {
                refuseProfile(Place.whole("--profile " + name), name);
            }
            profile = ExperimentFile.Profile.UNCHANGED;
        }
        Map<String, Located.Mapping> columns = Selection.chosen(
                "data set",
                "--datasets",
                choices.datasets(),
                columns(profile, problems),
                declared.datasets(),
                problems);
        SweepGrid grid = lines.grid(profile);
        List<Line> inUse = lines.chosen(choices.rows(), profile, problems);
        List<Long> used = choices.seeds().isEmpty()
                ? profile.seeds() == null ? seeds : Seeds.read(profile.seeds(), problems)
                : choices.seeds().stream().distinct().toList();
        List<TrialSpec> trials = trials(profile, columns, inUse, used);
        problems.throwIfAny();
        return new Experiment(
                file.getFileName().toString().replaceFirst("\\.ya?ml$", ""),
                declared.title(),
                name,
                choices.settings(),
                List.copyOf(columns.keySet()),
                inUse.stream().map(Line::row).toList(),
                List.copyOf(used),
                trials,
                declared.metric(),
                grid.points().stream()
                        .flatMap(point -> claims.stream().map(point::of))
                        .toList(),
                reference(inUse),
                declared.tolerance(),
                List.copyOf(new LinkedHashSet<>(declared.tables())),
                published,
                List.copyOf(new LinkedHashSet<>(declared.figures())),
                declared.retrieval(),
                declared.tsne(),
                grid.of(inUse));
    }

    private Map<String, Located.Mapping> columns(ExperimentFile.Profile profile, Problems found) {
        return Selection.read("data set", profile.datasets(), declared.datasets(), found);
    }

    private void needSweepToDraw(Located.Mapping root) {
        Located written = root.get("figures");
        boolean sweeps = declared.sweep() != null
                || declared.profiles().values().stream().anyMatch(profile -> profile.sweep() != null);
        if (written != null && declared.figures().contains(Figure.SWEEP) && !sweeps) {
            problems.add(written.place(), "there is no sweep to draw; write sweep:, or take the figure out");
        }
    }

    /** Null where none is declared, where it is not in use, and where a sweep has made many rows of it. */
    private @Nullable String reference(List<Line> inUse) {
        Located.Scalar written = declared.reference();
        return written == null || inUse.stream().noneMatch(line -> line.row().equals(written.text()))
                ? null
                : written.text();
    }

    private void checkReference() {
        Located.Scalar written = declared.reference();
        if (written != null) {
            Selection.check("row", written.text(), written.place(), declared.rows(), problems);
        }
    }

    /** The profile that is used when the user names none. */
    private String usualProfile(Located.Mapping root) {
        Located.Scalar named = declared.profile();
        String name = named == null ? ExperimentFile.QUICK : named.text();
        if (!declared.profiles().containsKey(name)) {
            if (named == null) {
                problems.add(
                        root.place(),
                        "which profile is to be used when none is asked for? There is no '%s', so write profile: with one of %s",
                        ExperimentFile.QUICK,
                        String.join(", ", declared.profiles().keySet()));
            } else {
                refuseProfile(named.place(), name);
            }
        }
        return name;
    }

    private void refuseProfile(Place place, String name) {
        problems.add(
                place,
                "unknown profile '%s'%s",
                name,
                Suggestion.after(name, declared.profiles().keySet()));
    }

    /** The usual profile first: what is wrong there needs no mention of a profile. What no profile uses is checked with it too. */
    private void checkProfiles(String usual) {
        Set<String> unusedColumns = new LinkedHashSet<>(datasets.keySet());
        Set<String> unusedLines = new LinkedHashSet<>(rows.keySet());
        declared.profiles().values().forEach(profile -> {
            unusedColumns.removeAll(columns(profile, problems).keySet());
            unusedLines.removeAll(lines.adapted(profile, problems).keySet());
        });
        ExperimentFile.Profile first = declared.profiles().getOrDefault(usual, ExperimentFile.Profile.UNCHANGED);
        Map<String, Located.Mapping> columns = columns(first, problems);
        List<Line> inFirst = new ArrayList<>(lines.of(first, problems));
        unusedColumns.forEach(name -> columns.put(name, Located.Mapping.empty(Place.BUILT_IN)));
        unusedLines.forEach(name ->
                inFirst.add(new Line(name, name, Located.Mapping.empty(Place.BUILT_IN), SweepPoint.AS_DECLARED)));
        check(first, columns, inFirst, problems);
        declared.profiles().forEach((name, profile) -> {
            Problems found = new Problems();
            check(profile, columns(profile, found), lines.of(profile, found), found);
            problems.addAll(found, " (with profile " + name + ")");
        });
    }

    private void check(
            ExperimentFile.Profile profile, Map<String, Located.Mapping> columns, List<Line> inUse, Problems found) {
        if (profile.seeds() != null) {
            Seeds.read(profile.seeds(), found);
        }
        for (String dataset : columns.keySet()) {
            for (Line line : inUse) {
                TrialSettings.of(layers(profile, dataset, columns, line, found), found);
            }
        }
    }

    private List<TrialSpec> trials(
            ExperimentFile.Profile profile, Map<String, Located.Mapping> columns, List<Line> inUse, List<Long> seeds) {
        List<Located.Mapping> set = set();
        lines.grid(profile).refuseToLevel(set, problems);
        List<TrialSpec> trials = new ArrayList<>();
        for (String dataset : columns.keySet()) {
            for (Line line : inUse) {
                List<Located.Mapping> layers = layers(profile, dataset, columns, line, problems);
                layers.addAll(set);
                TrialSettings settings = TrialSettings.of(layers, problems);
                if (settings != null) {
                    seeds.forEach(seed ->
                            trials.add(new TrialSpec(line.row(), dataset, settings.data(), settings.recipe(), seed)));
                }
            }
        }
        return List.copyOf(trials);
    }

    /** The order that the package documents, the protocol's preset left out. */
    private List<Located.Mapping> layers(
            ExperimentFile.Profile profile,
            String dataset,
            Map<String, Located.Mapping> columns,
            Line line,
            Problems found) {
        List<Located.Mapping> layers = new ArrayList<>();
        layers.add(defaults);
        layers.add(Layers.nest(profile.set(), found));
        layers.add(sameName(dataset));
        layers.add(orEmpty(datasets.get(dataset)));
        layers.add(orEmpty(columns.get(dataset)));
        layers.addAll(lines.layers(line, found));
        return layers;
    }

    private static Located.Mapping orEmpty(Located.@Nullable Mapping layer) {
        return layer == null ? Located.Mapping.empty(Place.BUILT_IN) : layer;
    }

    /** A column is the data set of its own name, unless its entry says otherwise. */
    private Located.Mapping sameName(String dataset) {
        Located.Entry entry = declared.datasets().entries().get(dataset);
        Place place = entry == null ? Place.BUILT_IN : entry.key();
        return Located.Mapping.of(place, "data", new Located.Scalar(place, dataset, true));
    }

    /** One layer for each {@code --set}, so that a later one wins. */
    private List<Located.Mapping> set() {
        List<Located.Mapping> layers = new ArrayList<>();
        for (String setting : choices.settings()) {
            Place place = Place.whole("--set " + setting);
            int equals = setting.indexOf('=');
            if (equals <= 0) {
                problems.add(place, "must be a key and a value, like loss.asmr.lambda=4");
                continue;
            }
            Located value = YamlReader.read(setting.substring(equals + 1), place, problems);
            if (value != null) {
                Located.Mapping layer =
                        Located.Mapping.of(place, setting.substring(0, equals).strip(), value);
                layers.add(Layers.nest(layer, problems));
            }
        }
        return layers;
    }
}
