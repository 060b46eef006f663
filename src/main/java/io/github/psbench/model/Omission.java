package io.github.psbench.model;

import static io.github.psbench.base.InvalidSetting.require;

import java.util.List;

/** Which tensors of a weights file are left out: exact names, or beginnings that end with {@code *}, such as {@code fc.*}. */
final class Omission {
    private final List<String> patterns;

    /** @throws io.github.psbench.base.InvalidSetting for a {@code *} elsewhere than at the end */
    Omission(List<String> patterns) {
        this.patterns = List.copyOf(patterns);
        for (String pattern : patterns) {
            int star = pattern.indexOf('*');
            require(
                    !pattern.isEmpty() && (star < 0 || star == pattern.length() - 1),
                    "omit",
                    "must be names of tensors, or beginnings of names that end with *",
                    patterns);
        }
    }

    boolean covers(String tensor) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.endsWith("*")
                        ? tensor.startsWith(pattern.substring(0, pattern.length() - 1))
                        : tensor.equals(pattern));
    }
}
