package io.github.psbench.base;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why something could not be read or written, in words instead of an exception's name.
 *
 * @param why a clause, without a full stop
 * @param remedy a sentence, for whoever wanted to write
 */
public record IoReason(String why, String remedy) {
    private static final String PLACE = "Name another place.";
    private static final String PERMISSIONS = "Check the permissions there, or name another place.";
    private static final String DISK = "Check the disk's free space and the folder's permissions.";

    /** @param failure one that went through code that must not throw an {@link IOException} is taken out of its {@link UncheckedIOException} */
    public static IoReason of(Exception failure) {
        if (failure instanceof UncheckedIOException unchecked) {
            return of(Objects.requireNonNull(unchecked.getCause()));
        }
        if (failure instanceof FileSystemException system) {
            return of(system);
        }
        if (failure instanceof EOFException) {
            return new IoReason("it ends too early", DISK);
        }
        if (failure instanceof CharacterCodingException) {
            return new IoReason("it is not text in UTF-8", DISK);
        }
        return said("it", "", failure.getMessage());
    }

    private static IoReason of(FileSystemException failure) {
        String file = Objects.requireNonNullElse(failure.getFile(), "it");
        if (failure instanceof NoSuchFileException) {
            return new IoReason(file + " does not exist", PLACE);
        }
        if (failure instanceof AccessDeniedException) {
            return new IoReason("access to " + file + " is denied", PERMISSIONS);
        }
        if (failure instanceof FileAlreadyExistsException) {
            return new IoReason(file + " is there already", PLACE);
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return new IoReason("the folder " + file + " is not empty", PLACE);
        }
        if (failure instanceof NotDirectoryException) {
            return new IoReason(file + " is not a folder", PLACE);
        }
        return said(file, file + ": ", failure.getReason());
    }

    /** What the operating system says. */
    private static IoReason said(String file, String heading, @Nullable String words) {
        if (words == null || words.isBlank()) {
            return new IoReason(heading + "the system does not say why", DISK);
        }
        return switch (words.toLowerCase(Locale.ROOT)) {
            case "not a directory" -> new IoReason("a part of the path " + file + " is a file, not a folder", PLACE);
            case "is a directory" -> new IoReason(file + " is a folder", PLACE);
            case "file name too long" -> new IoReason("the name " + file + " is too long", PLACE);
            case "read-only file system" -> new IoReason("the disk with " + file + " is read-only", PLACE);
            case "too many levels of symbolic links" ->
                new IoReason("the links at " + file + " lead in circles", PLACE);
            default -> new IoReason(heading + words, DISK);
        };
    }
}
