package io.github.psbench.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program. */
@Command(
        name = "psbench",
        mixinStandardHelpOptions = true,
        subcommands = {
            PlanCommand.class,
            RunCommand.class,
            ReportCommand.class,
            DataCommand.class,
            LossCommand.class,
            ScoreCommand.class,
            DoctorCommand.class
        })
public final class Psbench {
    private Psbench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Psbench()).execute(arguments));
    }
}
