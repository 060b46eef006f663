package io.github.psbench.data.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The parts of a data set, and where they go.
 *
 * @param homes names of the data set's folder below the data root, "" being the data root itself; the first is made where there is none
 * @param parts in the order in which they are put in place: files before the folders that they may lie in
 * @param divisible whether psbench works with a share of its pictures too
 */
record DatasetParts(List<String> homes, List<Part> parts, boolean divisible) {
    /** The data set that experiment files call so; empty if it is none that comes in archives. */
    static Optional<DatasetParts> of(String dataset) {
        return switch (dataset) {
            case "market1501" ->
                Optional.of(new DatasetParts(
                        List.of("Market-1501-v15.09.15", "Market-1501", "market1501", ""),
                        List.of(
                                new Part.OneFile("market_attribute.mat", "attribute/market_attribute.mat"),
                                new Part.Folders(
                                        Set.of("bounding_box_train", "bounding_box_test", "query"),
                                        Set.of("gt_bbox", "gt_query", "readme.txt"))),
                        false));
            case "peta" ->
                Optional.of(new DatasetParts(
                        List.of("PETA", "PETA dataset", "peta"),
                        List.of(
                                new Part.OneFile("PETA.mat", "PETA.mat"),
                                new Part.Folders(
                                        Set.of(
                                                "3DPeS",
                                                "CAVIAR4REID",
                                                "CUHK",
                                                "GRID",
                                                "i-LID",
                                                "MIT",
                                                "PRID",
                                                "SARC3D",
                                                "TownCentre",
                                                "VIPeR"),
                                        Set.of("README", "ReadMe.txt"))),
                        false));
            case "pa100k" ->
                Optional.of(new DatasetParts(
                        List.of("PA-100K", "PA100K", "PA100k", "pa100k"),
                        List.of(
                                new Part.OneFile("annotation.mat", "annotation.mat"),
                                new Part.Pictures(
                                        Pattern.compile("[0-9]{6}\\.jpg"), "000001.jpg", "release_data/release_data")),
                        true));
            default -> Optional.empty();
        };
    }

    /** The data set's folder below a data root: the first that has something of it, or that is to be made. */
    Path home(Path root) {
        return homes.stream()
                .map(root::resolve)
                .filter(home -> parts.stream()
                        .flatMap(part -> part.places().stream())
                        .anyMatch(place -> Files.exists(home.resolve(place))))
                .findFirst()
                .orElse(root.resolve(homes.get(0)));
    }

    /** Everything of the data set that an archive holds. */
    List<Part.Move> in(Contents contents) {
        return parts.stream().flatMap(part -> part.in(contents).stream()).toList();
    }

    /** What an archive of it would hold. */
    String describe() {
        return parts.stream().map(Part::describe).collect(Collectors.joining(", or "));
    }
}
