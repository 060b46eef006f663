package io.github.psbench.data;

import java.util.List;

/**
 * One combination of attributes: what a query asks for.
 *
 * @param values for each group of the schema, in its order, the index of the value that holds
 */
public record PersonCategory(List<Integer> values) {
    public PersonCategory {
        values = List.copyOf(values);
    }
}
