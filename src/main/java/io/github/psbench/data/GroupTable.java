package io.github.psbench.data;

import static io.github.psbench.base.InvalidSetting.require;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attribute groups of a data set as a YAML file declares them, see the package's manual.
 *
 * @param groups by name, at least one; their order is that of the schema
 */
record GroupTable(Map<String, Group> groups) {
    /**
     * One of both is given.
     *
     * @param oneOf values that exclude each other, at least two
     * @param anyOf attributes of which a person may have any, at least one
     */
    record Group(@Nullable List<String> oneOf, @Nullable List<String> anyOf) {
        Group {
            require(
                    (oneOf == null) != (anyOf == null),
                    "oneOf",
                    "must be given, or any-of, and not both",
                    members(oneOf, anyOf));
            require(
                    oneOf == null || oneOf.size() >= 2,
                    "oneOf",
                    "must have at least two values",
                    members(oneOf, anyOf));
            require(
                    anyOf == null || !anyOf.isEmpty(),
                    "anyOf",
                    "must have at least one attribute",
                    members(oneOf, anyOf));
            checkNames("oneOf", oneOf);
            checkNames("anyOf", anyOf);
        }

        private static void checkNames(String component, @Nullable List<String> names) {
            if (names != null) {
                require(new HashSet<>(names).size() == names.size(), component, "must all be different", names);
                for (String name : names) {
                    require(
                            !name.isBlank()
                                    && name.equals(name.strip())
                                    && !name.contains("|")
                                    && !name.contains(" + "),
                            component,
                            "must be names without '|' and ' + ', and without spaces around",
                            names);
                }
            }
            require(
                    !component.equals("anyOf") || names == null || !names.contains(AttributeGroup.NONE),
                    component,
                    "must not have 'none', which is having none of them",
                    String.valueOf(names));
        }

        /** The values or attributes. */
        List<String> members() {
            return members(oneOf, anyOf);
        }

        private static List<String> members(@Nullable List<String> oneOf, @Nullable List<String> anyOf) {
            return oneOf != null ? oneOf : anyOf != null ? anyOf : List.of();
        }
    }

    GroupTable {
        require(!groups.isEmpty(), "groups", "must be at least one", groups.keySet());
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }
}
