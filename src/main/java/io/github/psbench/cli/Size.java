package io.github.psbench.cli;

/** Sizes of files, as people read them. */
final class Size {
    private Size() {}

    /** "655,352 B" or "4.2 MB", at the right of so many columns that sizes stand below each other. */
    static String aligned(long bytes) {
        return bytes < 100_000 ? String.format("%,9d B ", bytes) : String.format("%,9.1f MB", bytes / 1e6);
    }

    static String of(long bytes) {
        return aligned(bytes).strip();
    }
}
