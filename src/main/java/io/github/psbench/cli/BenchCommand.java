package io.github.psbench.cli;

import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import io.github.psbench.base.SameJava;
import io.github.psbench.bench.Bench;
import io.github.psbench.bench.Comparison;
import io.github.psbench.bench.Setup;
import io.github.psbench.bench.Subject;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.device.EngineNatives;
import io.github.psbench.train.Precision;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        header = "Measures how fast psbench is on this machine, alone or against PyTorch.",
        description = {
            "Each side works in a process of its own, which warms up and then does the same work again and again. With --peer both take turns,"
                    + " with equally many threads, and a ratio is that of two turns which followed each other: above 1, psbench is faster.",
            "Printed are medians, with the quartiles in brackets. Use a machine that has nothing else to do."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  psbench bench train --threads 2",
            "  psbench bench train --threads 2 --only resnet50 --peer python3",
            "  psbench bench loss --format json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class BenchCommand implements Callable<Integer> {
    private static final String CASE = "--case";
    private static final String PRECISION = "--precision";
    private static final String BATCH = "--batch";

    @Parameters(paramLabel = "SUBJECT", description = "What to measure: ${COMPLETION-CANDIDATES}.")
    private Subject subject;

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Only benchmarks with this in their names. Default: all.")
    private String only = "";

    @Option(
            names = {"-n", "--samples"},
            paramLabel = "N",
            defaultValue = "10",
            description = "How many times the work is done, after the warm-up. Default: ${DEFAULT-VALUE}.")
    private int samples = 10;

    @Option(
            names = "--peer",
            paramLabel = "PYTHON",
            description = "Measure against PyTorch, which this Python has: python3, or a path.")
    private @Nullable String python;

    @Option(
            names = "--peer-scripts",
            paramLabel = "DIR",
            defaultValue = "bench/peer",
            description = "Where the scripts of that side are. Default: ${DEFAULT-VALUE}.")
    private Path scripts = Path.of("bench/peer");

    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            defaultValue = "synthped",
            description = "Whose pictures and categories to use. Default: ${DEFAULT-VALUE}.")
    private String dataset = "synthped";

    @Option(
            names = PRECISION,
            paramLabel = "PRECISION",
            defaultValue = "FLOAT32",
            description = "float32, or tf32, which is of GPUs; the peer's is the same. Default: float32.")
    private Precision precision = Precision.FLOAT32;

    @Option(
            names = BATCH,
            paramLabel = "N",
            description = "Images a step, where there are any. Default: as each benchmark has it; more on GPUs.")
    private @Nullable Integer batch;

    @Option(names = CASE, hidden = true, description = "Do the work of this benchmark, a sample a line of input.")
    private @Nullable String served;

    @Mixin
    private DeviceOptions devices = new DeviceOptions();

    @Mixin
    private DataRootOption data = new DataRootOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        EngineNatives.requireFit(System.getenv());
        if (samples < 1) {
            throw Failure.usage("--samples must be >= 1, got %d", samples);
        }
        if (batch != null && (batch < 1 || batch > 65_536)) {
            throw Failure.usage("%s must be in 1..65536, got %d", BATCH, batch);
        }
        ComputeDevice device = devices.devices().get(0);
        if (precision == Precision.TF32 && !device.isGpu()) {
            throw Failure.usage("%s tf32 is of GPUs, and this is measured on the processor.", PRECISION);
        }
        PrintWriter err = spec.commandLine().getErr();
        String name = served;
        return name == null
                ? StopSignal.during(err, "Nothing was kept.", progress -> measure(device, progress))
                : StopSignal.during(err, "", Progress.SILENT, progress -> serve(name, device, progress));
    }

    private int serve(String name, ComputeDevice device, Progress progress) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        bench(device, progress).serve(name, in, spec.commandLine().getOut());
        return 0;
    }

    private Bench bench(ComputeDevice device, Progress progress) {
        return new Bench(
                subject, new Setup(device, precision, batch, DatasetNames.read(dataset), data.places(), progress));
    }

    private int measure(ComputeDevice device, Progress progress) {
        Bench bench = bench(device, progress);
        List<String> names =
                bench.names().stream().filter(name -> name.contains(only)).toList();
        if (names.isEmpty()) {
            throw Failure.usage("no benchmark of %s has '%s' in its name: %s", word(subject), only, bench.names());
        }
        BenchPrinter printer = new BenchPrinter(
                device, precision, format.chosen(), spec.commandLine().getOut());
        for (String name : names) {
            Bench.Peers peers = python == null ? null : new Bench.Peers(python, scripts);
            Comparison comparison = bench.measure(name, command(name, device), peers, samples);
            printer.add(comparison);
        }
        printer.end();
        return 0;
    }

    /** A process that does the work of one benchmark. */
    private List<String> command(String name, ComputeDevice device) {
        List<String> command = new ArrayList<>(SameJava.command(Psbench.class));
        command.addAll(List.of(
                "bench",
                word(subject),
                CASE,
                name,
                "--dataset",
                dataset,
                PRECISION,
                precision.name(),
                DeviceOptions.DEVICE,
                device.inItsProcess(),
                DeviceOptions.THREADS,
                String.valueOf(device.threads())));
        if (batch != null) {
            command.addAll(List.of(BATCH, batch.toString()));
        }
        data.arguments().forEach(command::add);
        return command;
    }

    private static String word(Subject subject) {
        return subject.name().toLowerCase(Locale.ROOT);
    }
}
