package io.github.psbench.cli;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Says what is wrong with an option's value in the words of its help, instead of Java's names of types. */
final class WrongValue {
    private WrongValue() {}

    /** A sentence; what picocli says, if it is not about the type of a value. */
    static String message(ParameterException exception) {
        ArgSpec argument = exception.getArgSpec();
        if (argument == null || !(exception.getCause() instanceof TypeConversionException)) {
            return String.valueOf(exception.getMessage());
        }
        String value = exception.getValue();
        String expected = expected(argument.isMultiValue() ? argument.auxiliaryTypes()[0] : argument.type(), value);
        return expected == null
                ? String.valueOf(exception.getMessage())
                : "%s must be %s, got '%s'.".formatted(name(argument), expected, value);
    }

    private static @Nullable String expected(Class<?> type, String value) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return value.matches("[+-]?[0-9]+") ? "a smaller whole number" : "a whole number";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (type == Duration.class) {
            return "a time such as 45s, 90m, 2h or 1d";
        }
        return null;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
