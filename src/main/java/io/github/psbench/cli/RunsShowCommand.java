package io.github.psbench.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.run.StoredTrial;
import io.github.psbench.run.TrialFolder;
import io.github.psbench.run.TrialResult;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "show",
        description = {
            "Shows all about one trial: its scores, over all queries and over those of seen and of unseen categories, times, settings, where"
                    + " it ran, its files; and why it failed, if it did.",
            "Of a trial that is not done, these are those of its last attempt."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  psbench runs show 4d98c961", "  psbench runs show 4d98c961 --format json"})
final class RunsShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = StoreOption.ID)
    private String id = "";

    @Mixin
    private StoreOption store = new StoreOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        StoredTrial trial = store.trials().find(id);
        TrialFolder folder = new TrialFolder(trial);
        PrintWriter out = command.commandLine().getOut();
        switch (format.chosen()) {
            case TEXT -> out.print(TrialText.of(folder));
            case JSON -> {
                ObjectNode document = new ObjectMapper().createObjectNode();
                RunsListing.fill(document, trial);
                TrialResult result = folder.result();
                if (result != null) {
                    RunsListing.fill(document, result);
                }
                document.set("settings", folder.settings());
                document.set("environment", folder.environment());
                ObjectNode files = document.putObject("files");
                folder.files().forEach(files::put);
                out.println(document.toPrettyString());
            }
        }
        return 0;
    }
}
