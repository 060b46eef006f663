package io.github.psbench.cli;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Progress;
import io.github.psbench.data.Verification;
import java.io.PrintWriter;
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
            case TEXT -> out.println(new VerificationReport(verification).text(Math.max(0, shown)));
            case JSON -> out.println(new VerificationReport(verification).json());
        }
        return verification.faults().isEmpty() ? 0 : ErrorKind.DATA.exitCode();
    }
}
