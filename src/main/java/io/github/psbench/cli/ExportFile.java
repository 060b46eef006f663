package io.github.psbench.cli;

import io.github.psbench.base.Progress;
import io.github.psbench.base.WholeFile;
import io.github.psbench.export.FinishedTrial;
import io.github.psbench.export.MetricLine;
import io.github.psbench.export.TrialExport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where an export goes, and what of the trials it holds. */
final class ExportFile {
    /** Begins an export. */
    @FunctionalInterface
    interface Form {
        TrialExport on(Appendable out) throws IOException;
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "The file to write; - is standard output. Default: ${DEFAULT-VALUE}.")
    private Path file = Path.of("-");

    @Option(
            names = "--metrics",
            description = "The metrics of every training step and validation, instead of what the trials came to.")
    private boolean metrics;

    @Mixin
    private ExportedTrials exported = new ExportedTrials();

    /** @return the exit code */
    int write(CommandLine command, Form form) {
        return StopSignal.during(command.getErr(), "No file was written.", progress -> {
            List<FinishedTrial> trials = exported.read(progress);
            if (file.toString().equals("-")) {
                write(trials, form, command.getOut(), progress);
            } else {
                WholeFile.write(file, aside -> {
                    try (Writer writer = Files.newBufferedWriter(aside)) {
                        write(trials, form, writer, progress);
                    }
                });
                command.getErr().printf("%s: %,d trials%n", file, trials.size());
            }
            return 0;
        });
    }

    private void write(List<FinishedTrial> trials, Form form, Appendable out, Progress progress) {
        try (Progress.Task task = progress.begin("writing trials", trials.size())) {
            TrialExport export = form.on(out);
            if (metrics) {
                export.beginMetrics();
            } else {
                export.beginTrials();
            }
            for (FinishedTrial trial : trials) {
                if (metrics) {
                    MetricLine.of(trial, line -> export.metrics(trial, line));
                } else {
                    export.trial(trial);
                }
                task.advance(1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
