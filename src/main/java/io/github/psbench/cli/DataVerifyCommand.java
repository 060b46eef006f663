package io.github.psbench.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Progress;
import io.github.psbench.data.DatasetCounts;
import io.github.psbench.data.Fault;
import io.github.psbench.data.Verification;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description = {
            "Checks all of a data set: every annotated image is there, every image is annotated and decodes, counts and labels agree. Prints"
                    + " counts, digest and every fault; the exit code is 3 if there is any.",
            "All cores are used; nothing is written."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  psbench data verify market1501 --data ~/reid",
            "  psbench data verify pa100k --format json > faults.json    every fault, for a program to read"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class DataVerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DATASET", description = DatasetNames.DESCRIPTION)
    private String dataset;

    @Option(
            names = "--show",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many faults are printed as text; JSON has them all. Default: ${DEFAULT-VALUE}.")
    private int shown;

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private DataRootOption data = new DataRootOption();

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        return StopSignal.during(command.commandLine().getErr(), "Nothing was found out.", this::verify);
    }

    private int verify(Progress progress) {
        Verification verification = DatasetNames.read(dataset).verify(data.places(), progress);
        PrintWriter out = command.commandLine().getOut();
        switch (format.chosen()) {
            case TEXT -> out.println(text(verification));
            case JSON -> out.println(json(verification));
        }
        return verification.faults().isEmpty() ? 0 : ErrorKind.DATA.exitCode();
    }

    private String text(Verification verification) {
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
                .limit(Math.max(0, shown))
                .forEach(fault ->
                        text.append("\n    ").append(kind(fault)).append(": ").append(fault));
        if (verification.faults().size() > shown) {
            text.append(String.format(
                    "\n    and %,d more; --format json lists them all",
                    verification.faults().size() - Math.max(0, shown)));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String format, Object... arguments) {
        text.append(String.format("\n  %-9s", name)).append(String.format(Locale.ROOT, format, arguments));
    }

    private static String kind(Fault fault) {
        return fault.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String json(Verification verification) {
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
