package io.github.psbench.report.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.report.statistics.PairedTest;
import io.github.psbench.report.text.Json;

/** Claims in a table's JSON, with every difference and p. */
final class ClaimsJson {
    private ClaimsJson() {}

    static void fill(ObjectNode root, Claims claims) {
        ObjectNode test = root.putObject("claimTest");
        test.put("metric", claims.metric().key());
        test.put("test", PairedTest.RULE);
        test.put("correction", "Holm");
        test.put("level", PairedTest.LEVEL);
        test.put("comparisons", claims.comparisons());
        ArrayNode cautions = test.putArray("cautions");
        claims.cautions().forEach(caution -> cautions.add(Json.wellFormed(caution)));
        ArrayNode nodes = root.putArray("claims");
        claims.claims().forEach(claim -> fill(nodes.addObject(), claim, claims));
    }

    private static void fill(ObjectNode node, TestedClaim claim, Claims claims) {
        Json.put(node, "name", claim.claim().name());
        Json.put(node, "better", claim.claim().better());
        ArrayNode than = node.putArray("than");
        claim.claim().than().forEach(row -> than.add(Json.wellFormed(row)));
        node.put("verdict", claim.overall().word());
        ObjectNode verdicts = node.putObject("verdicts");
        claims.datasets()
                .forEach(dataset ->
                        verdicts.put(Json.wellFormed(dataset), claim.on(dataset).word()));
        ArrayNode comparisons = node.putArray("comparisons");
        claim.contrasts().forEach(contrast -> fill(comparisons.addObject(), contrast));
        ArrayNode published = node.putArray("published");
        for (TestedClaim.PublishedDifference difference : claim.published()) {
            ObjectNode entry = published.addObject();
            Json.put(entry, "than", difference.than());
            Json.put(entry, "dataset", difference.dataset());
            entry.put("difference", difference.points());
        }
    }

    private static void fill(ObjectNode node, Contrast contrast) {
        Json.put(node, "than", contrast.than());
        Json.put(node, "dataset", contrast.dataset());
        node.put("verdict", contrast.verdict().word());
        if (contrast.obstacle() != null) {
            Json.put(node, "reason", contrast.obstacle());
        }
        if (contrast.test() != null) {
            node.put("p", contrast.test().p());
            node.put("pHolm", contrast.test().corrected());
        }
        if (!contrast.differences().isEmpty()) {
            JsonTable.fill(node.putObject("difference"), contrast.differences());
        }
    }
}
