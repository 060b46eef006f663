package io.github.psbench.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.run.Reproduction;
import io.github.psbench.run.Resemblance;
import java.util.Locale;

/**
 * What {@code psbench runs reproduce} prints.
 *
 * @param tolerance in percent points
 */
record ReproductionReport(Reproduction reproduction, Resemblance resemblance, double tolerance) {
    boolean agrees() {
        return resemblance.isExact() || resemblance.points() <= tolerance;
    }

    String text() {
        StringBuilder text = new StringBuilder(
                "trial %s, run again in %s%n%n".formatted(reproduction.id().substring(0, 12), reproduction.results()));
        for (Resemblance.ComparedFile file : resemblance.files()) {
            text.append(String.format(
                    "  %-22s  %s%s%n",
                    file.name(),
                    inWords(file.agreement()),
                    file.from().isEmpty() ? "" : " from " + file.from() + " on"));
        }
        if (!resemblance.environment().isEmpty()) {
            text.append(String.format("%nWhere the environments differ:%n"));
            resemblance
                    .environment()
                    .forEach((name, values) -> text.append(
                            String.format("  %s: %s -> %s%n", name, values.original(), values.reproduction())));
        }
        return text.append(String.format("%n%s", verdict())).toString();
    }

    private static String inWords(Resemblance.Agreement agreement) {
        return agreement.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String verdict() {
        if (resemblance.isExact()) {
            return "Reproduced: the same bytes.";
        }
        String difference = Double.isFinite(resemblance.points())
                ? String.format(Locale.ROOT, "by at most %.2f percent points", resemblance.points())
                : "in what they are over";
        if (resemblance.points() == 0) {
            return "Reproduced: the same scores, though not the same bytes.";
        }
        return agrees()
                ? "Reproduced within the tolerance of " + tolerance + ": scores differ " + difference + "."
                : "Not reproduced: scores differ " + difference + ", with a tolerance of " + tolerance + ".";
    }

    String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("trial", reproduction.id());
        root.put("reproduction", reproduction.results().toString());
        root.put("agrees", agrees());
        root.put("sameBytes", resemblance.isExact());
        root.put("tolerance", tolerance);
        if (Double.isFinite(resemblance.points())) {
            root.put("largestDifference", resemblance.points());
        }
        ArrayNode files = root.putArray("files");
        for (Resemblance.ComparedFile file : resemblance.files()) {
            ObjectNode entry = files.addObject();
            entry.put("name", file.name()).put("agreement", inWords(file.agreement()));
            if (!file.from().isEmpty()) {
                entry.put("from", file.from());
            }
        }
        ObjectNode environment = root.putObject("environment");
        resemblance.environment().forEach((name, values) -> environment
                .putObject(name)
                .put("original", values.original())
                .put("reproduction", values.reproduction()));
        return root.toPrettyString();
    }
}
