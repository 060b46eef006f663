package io.github.psbench.cli;

import io.github.psbench.base.Progress;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "describe",
        description = {
            "Reads a data set, checks that its files fit together, and prints its attributes, categories, images and digest.",
            "Pictures are read, but not decoded."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  psbench data describe synthped",
            "  psbench data describe '{name: synthped, size: medium}'",
            "  psbench data describe market1501 --data ~/reid --format json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class DataDescribeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DATASET", description = DatasetNames.DESCRIPTION)
    private String dataset;

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private DataRootOption data;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        return StopSignal.during(command.commandLine().getErr(), "Nothing half written is kept.", this::describe);
    }

    private int describe(Progress progress) {
        DatasetFacts facts = new DatasetFacts(DatasetNames.read(dataset).load(data.places(), progress));
        PrintWriter out = command.commandLine().getOut();
        switch (format.chosen()) {
            case JSON -> out.println(facts.json());
            case TEXT -> out.println(facts.text());
        }
        return 0;
    }
}
