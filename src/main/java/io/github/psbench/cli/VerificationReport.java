package io.github.psbench.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.data.DatasetCounts;
import io.github.psbench.data.Fault;
import io.github.psbench.data.Verification;
import java.util.Locale;

/** What {@code psbench data verify} prints. */
record VerificationReport(Verification verification) {
    /** @param shown how many faults at most, >= 0 */
    String text(int shown) {
        DatasetCounts counts = verification.counts();
        StringBuilder text = new StringBuilder(verification.dataset());
        line(text, "train", "%,d images of %,d categories", counts.trainImages().orElse(0), counts.trainCategories());
        line(
                text,
                "gallery",
                "%,d images of %,d categories, %,d of them unseen",
                counts.galleryImages().orElse(0),
                counts.queryCategories(),
                counts.unseenCategories());
        line(
                text,
                "decoded",
                "%,d pictures in %.1f s, %,.0f a second",
                verification.pictures(),
                verification.seconds(),
                verification.pictures() / Math.max(1e-9, verification.seconds()));
        if (verification.partial() != null) {
            line(text, "partial", "%s", verification.partial());
        }
        if (verification.digests() != null) {
            line(text, "digest", "%s", verification.digests().all());
        }
        line(text, "faults", "%,d", verification.faults().size());
        verification.faults().stream()
                .limit(shown)
                .forEach(fault ->
                        text.append("\n    ").append(kind(fault)).append(": ").append(fault));
        if (verification.faults().size() > shown) {
            text.append(String.format(
                    "\n    and %,d more; --format json lists them all",
                    verification.faults().size() - shown));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String format, Object... arguments) {
        text.append(String.format("\n  %-9s", name)).append(String.format(Locale.ROOT, format, arguments));
    }

    private static String kind(Fault fault) {
        return fault.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** With every fault. */
    String json() {
        DatasetCounts counts = verification.counts();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("name", verification.dataset());
        root.put("trainCategories", counts.trainCategories());
        root.put("trainImages", counts.trainImages().orElse(0));
        root.put("queryCategories", counts.queryCategories());
        root.put("unseenCategories", counts.unseenCategories());
        root.put("galleryImages", counts.galleryImages().orElse(0));
        root.put("decoded", verification.pictures());
        root.put("seconds", verification.seconds());
        if (verification.partial() != null) {
            root.put("partial", verification.partial());
        }
        if (verification.digests() != null) {
            root.put("digest", verification.digests().all());
        }
        ArrayNode faults = root.putArray("faults");
        for (Fault fault : verification.faults()) {
            faults.addObject()
                    .put("kind", kind(fault))
                    .put("file", fault.file())
                    .put("what", fault.what());
        }
        return root.toPrettyString();
    }
}
