package io.github.psbench.data.archive;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import io.github.psbench.base.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Unpacks archives of a data set into a data root. */
public final class Delivery {
    private final String dataset;
    private final DatasetParts parts;
    private final String layout;
    private final Map<String, Integer> pictures;
    private final Path root;
    private final Limits limits;

    /**
     * @param dataset as experiment files call it
     * @param layout lines that show how the data set lies below the data root, for whoever unpacks by hand
     * @param pictures how many pictures each folder of the data set holds, by its path in the data set's own folder
     * @param root the data root; made if it does not exist
     * @throws Failure of kind USAGE if that data set does not come in archives
     */
    public Delivery(String dataset, String layout, Map<String, Integer> pictures, Path root) {
        this(dataset, layout, pictures, root, Limits.USUAL);
    }

    Delivery(String dataset, String layout, Map<String, Integer> pictures, Path root, Limits limits) {
        this.dataset = dataset;
        this.layout = layout;
        this.pictures = Map.copyOf(pictures);
        this.root = root;
        this.limits = limits;
        parts = DatasetParts.of(dataset)
                .orElseThrow(() -> Failure.usage("%s does not come in archives: leave out --archive.", dataset));
    }

    /**
     * Checks an archive, unpacks it aside, and puts what belongs to the data set in its place.
     *
     * @param progress hears of bytes of the archive; if it cancels, nothing is left behind
     * @throws Failure of kind DATA if the file is no archive that psbench unpacks, is damaged, refused, does not hold the data set or too few
     *     or many of its pictures, or what it holds is in its place already; of kind USAGE if the data root is a file; of kind BUSY if another
     *     process unpacks there; of kind RESOURCES if the disk has no room or refuses. Nothing has changed then
     */
    public Placed unpack(Path archive, Progress progress) {
        if (!Files.exists(archive)) {
            throw Failure.data("There is no file %s.", archive);
        }
        if (!Files.isRegularFile(archive)) {
            throw Failure.data("%s is no file. Give the archive itself, as it was downloaded.", archive);
        }
        Archive opened = Format.of(
                archive,
                "below " + root + " the data set is to lie so:\n"
                        + layout.indent(2).stripTrailing());
        try (Aside aside = Aside.in(root)) {
            return unpack(opened, aside.make("archive"), progress);
        } catch (IOException e) {
            throw new Failure(
                    ErrorKind.RESOURCES,
                    "%s cannot be written to: %s."
                            .formatted(root, IoReason.of(e).why()),
                    e);
        }
    }

    private Placed unpack(Archive archive, Path folder, Progress progress) {
        Unpacking unpacked = unpackAll(archive, folder, progress);
        Contents contents = new Contents(unpacked.files());
        List<Part.Move> moves = moves(archive, contents);
        List<Path> places = placement(archive, folder).place(moves);
        long files = contents.files().stream()
                .filter(file -> moves.stream().anyMatch(move -> covers(move.from(), file)))
                .count();
        return new Placed(
                archive.file(),
                places,
                files,
                unpacked.bytes(),
                PictureCount.of(contents, moves, pictures),
                contents.files().size() - files);
    }

    private List<Part.Move> moves(Archive archive, Contents contents) {
        List<Part.Move> moves = parts.in(contents);
        if (moves.isEmpty()) {
            throw Failure.data(
                    "%s does not hold what psbench knows %s by: %s. %s Nothing was put in place.",
                    archive.file(), dataset, parts.describe(), contents.describe());
        }
        requireWhole(archive, PictureCount.of(contents, moves, pictures));
        return moves;
    }

    private void requireWhole(Archive archive, List<PictureCount> counts) {
        if (parts.divisible() || counts.stream().allMatch(PictureCount::whole)) {
            return;
        }
        throw Failure.data(
                "%s is not %s as its owners hand it out: %s. Nothing was put in place. Download it again from where `psbench data get %s` says.",
                archive.file(),
                dataset,
                counts.stream()
                        .filter(count -> !count.whole())
                        .map(count -> "%s/ holds %,d pictures instead of %,d"
                                .formatted(count.folder(), count.found(), count.expected()))
                        .collect(Collectors.joining(", ")),
                dataset);
    }

    private Placement placement(Archive archive, Path folder) {
        return new Placement(archive.file(), folder, parts.home(root));
    }

    private static boolean covers(String moved, String file) {
        return moved.isEmpty() || file.equals(moved) || file.startsWith(moved + "/");
    }

    private Unpacking unpackAll(Archive archive, Path folder, Progress progress) {
        long packed = archive.file().toFile().length();
        Budget budget = new Budget(archive.file(), packed, limits);
        try (Progress.Task task = progress.begin("unpacking " + archive.file().getFileName(), Math.max(1, packed))) {
            Archive.Listing listing = archive.listing();
            budget.expect(listing.bytes());
            requireSpace(archive.file(), listing.bytes());
            listing.files()
                    .ifPresent(files -> placement(archive, folder).requireFree(moves(archive, new Contents(files))));
            Unpacking unpacking = new Unpacking(archive.file(), folder, budget, task);
            archive.unpack(unpacking);
            return unpacking;
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.damaged(archive.file(), packed, IoReason.of(e).why(), e);
        }
    }

    private void requireSpace(Path archive, long expected) {
        long free = root.toFile().getUsableSpace();
        if (free < expected) {
            throw Failure.resources(
                    "%s needs %,d MB, but %,d MB are free in %s. Free some, or choose another data root with --data.",
                    archive, expected / 1_000_000, free / 1_000_000, root);
        }
    }
}
