package io.github.psbench.base;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A failure that a person can act on. Its message is whole sentences that name the file, the place, the value found, the value expected
 * and the next step; it is printed without a stack trace.
 */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;

    public Failure(ErrorKind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    @FormatMethod
    public static Failure usage(String format, Object... arguments) {
        return new Failure(ErrorKind.USAGE, String.format(format, arguments), null);
    }

    @FormatMethod
    public static Failure data(String format, Object... arguments) {
        return new Failure(ErrorKind.DATA, String.format(format, arguments), null);
    }

    @FormatMethod
    public static Failure resources(String format, Object... arguments) {
        return new Failure(ErrorKind.RESOURCES, String.format(format, arguments), null);
    }

    /** Never null, unlike other exceptions'. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    public ErrorKind kind() {
        return kind;
    }
}
