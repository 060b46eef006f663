package io.github.psbench.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of what {@code doctor} found.
 *
 * @param subject a word or two, such as "engine"
 * @param found what is the case
 * @param remedy what to do about it, a sentence; null if and only if all is well
 */
record Finding(
        String subject,
        Status status,
        String found,
        @Nullable String remedy) {
    /** How well it is. */
    enum Status {
        OK,
        /** Something will not work that not everybody needs. */
        WARNING,
        /** Training will not work. */
        PROBLEM;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String subject, String found) {
        return new Finding(subject, Status.OK, found, null);
    }

    static Finding warning(String subject, String found, String remedy) {
        return new Finding(subject, Status.WARNING, found, remedy);
    }

    static Finding problem(String subject, String found, String remedy) {
        return new Finding(subject, Status.PROBLEM, found, remedy);
    }
}
