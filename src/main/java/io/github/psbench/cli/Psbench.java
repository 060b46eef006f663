package io.github.psbench.cli;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.IoReason;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. */
@Command(
        name = "psbench",
        description =
                "Reproduces the tables of person-search papers: trains and evaluates every row of an experiment file on"
                        + " every data set with several seeds, and puts the measured numbers beside the published ones.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  psbench run experiments/table2.yaml    train what is missing, print the table",
            "  psbench plan experiments/table2.yaml   what would be trained, what is done",
            "  psbench doctor                         is this machine ready?",
            "  psbench run --help                     all about one command"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:some trial failed, or another process is at it; the others were run",
            "2:wrong usage, or a mistake in an experiment file",
            "3:data or weights missing or damaged",
            "4:out of memory, disk or device",
            "70:a fault of psbench itself",
            "130:ended by Ctrl-C; 143: by SIGTERM"
        })
public final class Psbench {
    private static final List<Class<?>> COMMANDS = List.of(
            PlanCommand.class,
            RunCommand.class,
            TrialCommand.class,
            ReportCommand.class,
            PageCommand.class,
            RunsCommand.class,
            SearchCommand.class,
            ExportCommand.class,
            DataCommand.class,
            LossCommand.class,
            ScoreCommand.class,
            BenchCommand.class,
            DoctorCommand.class);

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of a failure.")
    private boolean debug;

    private Psbench() {}

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT); // numbers have a point wherever one lives
        System.exit(run(utf8(FileDescriptor.out), utf8(FileDescriptor.err), arguments));
    }

    /**
     * Runs one command.
     *
     * @param out takes the facts that were asked for
     * @param err takes everything else
     * @return the exit code
     */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Psbench psbench = new Psbench();
        CommandLine line = new CommandLine(psbench);
        commands(arguments).forEach(line::addSubcommand); // before what is set for all of them
        line.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((exception, given) -> misused(exception))
                .setExecutionExceptionHandler(
                        (exception, command, parsed) -> psbench.failed(exception, err, arguments));
        completeOptions(line);
        Terminal.columns().ifPresent(columns -> line.setUsageHelpWidth(Math.max(columns, 55)));
        try {
            return line.execute(arguments);
        } catch (Throwable thrown) { // an Error, which picocli leaves alone
            return psbench.failed(thrown, err, arguments);
        } finally {
            out.flush();
            err.flush();
        }
    }

    /** The one that is asked for: to learn the options of all of them takes a third of a second. All, where none is. */
    private static List<Class<?>> commands(String[] arguments) {
        List<Class<?>> asked = COMMANDS.stream()
                .filter(command -> arguments.length > 0
                        && command.getAnnotation(Command.class).name().equals(arguments[0]))
                .toList();
        return asked.isEmpty() ? COMMANDS : asked;
    }

    /** Every command, of whatever depth, has {@code --help} and {@code --version}. */
    private static void completeOptions(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (!spec.mixinStandardHelpOptions()) {
            spec.mixinStandardHelpOptions(true);
        }
        spec.versionProvider(new Version());
        command.getSubcommands().values().forEach(Psbench::completeOptions);
    }

    private static int misused(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("psbench: " + WrongValue.message(exception));
        UnmatchedArgumentException.printSuggestions(exception, err);
        err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return ErrorKind.USAGE.exitCode();
    }

    private int failed(Throwable thrown, PrintWriter err, String[] arguments) {
        Ending ending = Ending.of(thrown);
        err.println("psbench: " + ending.message());
        if (debug) {
            thrown.printStackTrace(err);
        } else if (ending.kind() == ErrorKind.INTERNAL) {
            err.println(reported(thrown, arguments));
        }
        return ending.kind().exitCode();
    }

    /** A fault after hours of training is not to be repeated for its stack trace: it is kept in a file. */
    private static String reported(Throwable thrown, String[] arguments) {
        StringWriter report = new StringWriter();
        PrintWriter writer = new PrintWriter(report);
        Version.lines().forEach(writer::println);
        writer.println("arguments: " + List.of(arguments));
        thrown.printStackTrace(writer);
        try {
            Path file = Files.createTempFile("psbench-fault-", ".log");
            Files.writeString(file, report.toString(), StandardCharsets.UTF_8);
            return "All about it is in " + file
                    + ". Please open an issue where you got psbench from, with that file and the"
                    + " experiment file. If it is about loading the engine, `psbench doctor` may tell why.";
        } catch (IOException e) {
            return "Its report cannot be written (" + IoReason.of(e).why()
                    + "). Run the command again with --debug to see the stack trace, and"
                    + " please open an issue with it where you got psbench from.";
        }
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
