package io.github.psbench.report.table;

import io.github.psbench.report.text.Csv;
import io.github.psbench.report.text.Decimals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A line for each comparison that a claim makes, on each data set, measured or published; numbers unrounded, differences in points. */
final class ClaimsCsv {
    private ClaimsCsv() {}

    static String of(Claims claims) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, Csv.FORMAT)) {
            printer.printRecord(
                    "claim", "better", "than", "dataset", "source", "verdict", "n", "difference", "sd", "p", "pHolm");
            for (TestedClaim claim : claims.claims()) {
                for (Contrast contrast : claim.contrasts()) {
                    List<@Nullable String> fields = start(claim, contrast.than(), contrast.dataset(), "measured");
                    fields.addAll(measured(contrast));
                    printer.printRecord(fields);
                }
                for (TestedClaim.PublishedDifference difference : claim.published()) {
                    List<@Nullable String> fields = start(claim, difference.than(), difference.dataset(), "published");
                    fields.addAll(Arrays.asList(null, null, Decimals.exact(difference.points()), null, null, null));
                    printer.printRecord(fields);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    private static List<@Nullable String> start(TestedClaim claim, String than, String dataset, String source) {
        return new ArrayList<>(Arrays.asList(
                Csv.cell(claim.claim().name()),
                Csv.cell(claim.claim().better()),
                Csv.cell(than),
                Csv.cell(dataset),
                source));
    }

    private static List<@Nullable String> measured(Contrast contrast) {
        int n = contrast.differences().size();
        Contrast.Test test = contrast.test();
        return Arrays.asList(
                contrast.verdict().word(),
                String.valueOf(n),
                n == 0 ? null : Decimals.exact(contrast.sample().mean()),
                n < 2
                        ? null
                        : Decimals.exact(contrast.sample().standardDeviation().orElseThrow()),
                test == null ? null : Decimals.exact(test.p()),
                test == null ? null : Decimals.exact(test.corrected()));
    }
}
