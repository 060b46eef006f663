package io.github.psbench.base;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a setting is when the experiment file leaves it out, written as the file would write it: {@code @Default("0.9")},
 * {@code @Default("[512, 128]")}, {@code @Default("none")}. A component without it must be given, unless it is nullable, which is
 * {@code none}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
    String value();
}
