package io.github.psbench.loss;

import static io.github.psbench.base.InvalidSetting.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.psbench.base.Name;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * As in the released code: one weight a group. distance_ij = (sum_g w_g [p_i and p_j differ in any bit of group g]) / divisor.
 *
 * @param divisor what the weighted sum is divided by, > 0; null: the number of groups, which is the released code's 10 on Market-1501
 */
@Name("released")
public record ReleasedDelta(@Nullable Double divisor) implements DeltaForm {
    public ReleasedDelta {
        require(
                divisor == null || (divisor > 0 && Double.isFinite(divisor)),
                "divisor",
                "must be > 0 and finite, or none for the number of groups",
                String.valueOf(divisor));
    }

    /**
     * Writes every group anew as a one-hot of the patterns that its bits take, also the pattern without any bit. Two categories that
     * differ in a group then differ in exactly two of its columns, each of which costs half the group's weight.
     */
    @Override
    public ComparedColumns columns(NDArray bits, List<Integer> groupSizes) {
        int categories = Math.toIntExact(bits.getShape().get(0));
        int[][] patterns = new int[groupSizes.size()][];
        int[] patternCounts = new int[groupSizes.size()];
        float[] values = bits.toType(DataType.FLOAT32, true).toFloatArray();
        int first = 0;
        int columnCount = 0;
        for (int group = 0; group < patterns.length; group++) {
            List<BitSet> rows = rowsOf(values, categories, first, groupSizes.get(group));
            Map<BitSet, Integer> seen = new HashMap<>();
            patterns[group] = rows.stream()
                    .mapToInt(row -> seen.computeIfAbsent(row, unseen -> seen.size()))
                    .toArray();
            patternCounts[group] = seen.size();
            first += groupSizes.get(group);
            columnCount += patternCounts[group];
        }

        float[] columns = new float[Math.multiplyExact(categories, columnCount)];
        float[] belongs = new float[columnCount * patterns.length];
        int column = 0;
        for (int group = 0; group < patterns.length; group++) {
            for (int category = 0; category < categories; category++) {
                columns[category * columnCount + column + patterns[group][category]] = 1;
            }
            for (int pattern = 0; pattern < patternCounts[group]; pattern++, column++) {
                belongs[column * patterns.length + group] = 1;
            }
        }
        NDManager manager = bits.getManager();
        DataType type = bits.getDataType();
        double share = 0.5 / (divisor == null ? patterns.length : divisor);
        return new ComparedColumns(
                manager.create(columns, new Shape(categories, columnCount)).toType(type, false),
                manager.create(belongs, new Shape(columnCount, patterns.length))
                        .toType(type, false)
                        .muli(share));
    }

    @Override
    public boolean weighsGroups() {
        return true;
    }

    private static List<BitSet> rowsOf(float[] values, int categories, int first, int size) {
        int width = values.length / categories;
        List<BitSet> rows = new ArrayList<>(categories);
        for (int category = 0; category < categories; category++) {
            BitSet row = new BitSet(size);
            for (int bit = 0; bit < size; bit++) {
                row.set(bit, values[category * width + first + bit] != 0);
            }
            rows.add(row);
        }
        return rows;
    }
}
