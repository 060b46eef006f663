package io.github.psbench.data.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Something that a data set consists of: how it is known in an archive, and where it belongs. */
sealed interface Part {
    /**
     * A file or folder of an archive and the place where it is to be.
     *
     * @param from its path in the archive; "" for all of it
     * @param to its path in the data set's folder
     */
    record Move(String from, String to) {}

    /** What of it an archive holds; nothing if it is not in there. */
    List<Move> in(Contents contents);

    /** Its places in the data set's folder. */
    Set<String> places();

    /** What it is, for whoever looks for it. */
    String describe();

    /**
     * A file, known by its name.
     *
     * @param to its place
     */
    record OneFile(String name, String to) implements Part {
        @Override
        public List<Move> in(Contents contents) {
            return contents.file(name).map(file -> new Move(file, to)).stream().toList();
        }

        @Override
        public Set<String> places() {
            return Set.of(to);
        }

        @Override
        public String describe() {
            return "a file " + name;
        }
    }

    /**
     * Folders beside each other, known by their names, which they keep.
     *
     * @param names of the folders that are the data set
     * @param along names of what is taken along if it lies beside them
     */
    record Folders(Set<String> names, Set<String> along) implements Part {
        @Override
        public List<Move> in(Contents contents) {
            List<Move> moves = new ArrayList<>();
            contents.folderWithMost(names::contains).ifPresent(folder -> {
                Set<String> wanted = new TreeSet<>(names);
                wanted.addAll(along);
                wanted.removeIf(name -> !contents.holds(folder, name));
                wanted.forEach(name -> moves.add(new Move(folder.isEmpty() ? name : folder + "/" + name, name)));
            });
            return moves;
        }

        @Override
        public Set<String> places() {
            return names;
        }

        @Override
        public String describe() {
            return "folders " + String.join(", ", new TreeSet<>(names));
        }
    }

    /**
     * A folder of pictures, known by their names.
     *
     * @param example such a name
     * @param to the folder's place
     */
    record Pictures(Pattern name, String example, String to) implements Part {
        @Override
        public List<Move> in(Contents contents) {
            return contents
                    .folderWithMost(child -> name.matcher(child).matches())
                    .map(folder -> new Move(folder, to))
                    .stream()
                    .toList();
        }

        @Override
        public Set<String> places() {
            return Set.of(to);
        }

        @Override
        public String describe() {
            return "a folder of pictures such as " + example;
        }
    }
}
