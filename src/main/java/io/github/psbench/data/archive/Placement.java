package io.github.psbench.data.archive;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Renames unpacked files and folders into their places, all or none.
 *
 * @param unpacked the folder that they are in
 * @param home the data set's folder
 */
record Placement(Path archive, Path unpacked, Path home) {
    private record Done(Path from, Path to) {}

    /** @throws Failure of kind DATA if a place is taken */
    void requireFree(List<Part.Move> moves) {
        for (Path place : places(moves)) {
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                throw Failure.data(
                        "%s is there already, so nothing of %s was put in place: psbench overwrites no data. To replace it, remove it"
                                + " or move it elsewhere, then run the same command again.",
                        place, archive);
            }
        }
    }

    /**
     * @return the places, in the order of the moves
     * @throws Failure of kind DATA if a place is taken; of kind RESOURCES if the disk refuses. Nothing has changed then
     */
    List<Path> place(List<Part.Move> moves) {
        requireFree(moves);
        List<Path> places = places(moves);
        Deque<Done> done = new ArrayDeque<>();
        try {
            for (int i = 0; i < moves.size(); i++) {
                Done next = new Done(unpacked.resolve(moves.get(i).from()), places.get(i));
                Files.createDirectories(next.to().getParent());
                Files.move(next.from(), next.to());
                done.push(next);
            }
        } catch (IOException e) {
            undo(done);
            throw new Failure(
                    ErrorKind.RESOURCES,
                    "%s was unpacked, but cannot be put in place in %s: %s. Nothing was changed. Check the folder's permissions, and that it is on the disk of the data root."
                            .formatted(archive, home, IoReason.of(e).why()),
                    e);
        }
        return places;
    }

    private List<Path> places(List<Part.Move> moves) {
        return moves.stream().map(move -> home.resolve(move.to())).toList();
    }

    private static void undo(Deque<Done> done) {
        for (Done last : done) {
            try {
                Files.move(last.to(), last.from());
            } catch (IOException e) {
                // What was just moved there moves back; if not, the failure that is about to be told says where to
                // look.
            }
        }
    }
}
