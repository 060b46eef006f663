package io.github.psbench.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.run.StoreClearing;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "gc",
        description = {
            "Frees disk: removes the weights of finished trials, what is left of work that is finished, and files of unfinished trials that"
                    + " were stopped while they were written. Says what went and how much that was.",
            "Scores, metrics, settings, environments, embeddings, prototypes and logs always stay, and so do the checkpoints that unfinished"
                    + " trials go on from, all that a failed trial has left, and whatever a process is at. Tables and figures need nothing"
                    + " of what goes. Pretrained backbones stay unless --backbones is given."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  psbench runs gc --dry-run", "  psbench runs gc --keep-weights", "  psbench runs gc --backbones"})
final class RunsClearCommand implements Callable<Integer> {
    @Option(names = "--dry-run", description = "Only say what would be removed.")
    private boolean dryRun;

    @Option(names = "--keep-weights", description = "Leave the weights of finished trials.")
    private boolean keepWeights;

    @Option(
            names = "--backbones",
            description =
                    "Also remove pretrained backbones that no unfinished trial can start from. Another trial that needs one makes"
                            + " it again.")
    private boolean backbones;

    @Mixin
    private StoreOption store = new StoreOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        List<StoreClearing.Item> items = new StoreClearing(store.store(), !keepWeights, backbones).clear(dryRun);
        PrintWriter out = command.commandLine().getOut();
        switch (format.chosen()) {
            case TEXT -> out.print(text(items));
            case JSON -> out.println(json(items));
        }
        return 0;
    }

    private String text(List<StoreClearing.Item> items) {
        StringBuilder text = new StringBuilder();
        for (StoreClearing.Kind kind : StoreClearing.Kind.values()) {
            List<StoreClearing.Item> some =
                    items.stream().filter(item -> item.kind() == kind).toList();
            if (!some.isEmpty()) {
                text.append("%s  %s: %d\n".formatted(Size.aligned(bytes(some)), kind.inWords(), some.size()));
            }
        }
        return text.append(
                        items.isEmpty()
                                ? "Nothing to remove from " + store.results() + ".\n"
                                : "%s %s from %s.\n"
                                        .formatted(
                                                dryRun ? "Would free" : "Freed",
                                                Size.of(bytes(items)),
                                                store.results()))
                .toString();
    }

    private static long bytes(List<StoreClearing.Item> items) {
        return items.stream().mapToLong(StoreClearing.Item::bytes).sum();
    }

    private String json(List<StoreClearing.Item> items) {
        ObjectNode document = new ObjectMapper()
                .createObjectNode()
                .put("results", store.results().toString())
                .put("dryRun", dryRun)
                .put("bytes", bytes(items));
        ArrayNode list = document.putArray("removed");
        for (StoreClearing.Item item : items) {
            list.addObject()
                    .put("path", item.path().toString())
                    .put("kind", item.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .put("bytes", item.bytes());
        }
        return document.toPrettyString();
    }
}
