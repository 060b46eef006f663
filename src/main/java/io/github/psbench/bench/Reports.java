package io.github.psbench.bench;

import io.github.psbench.base.Folders;
import io.github.psbench.report.figure.Figures;
import io.github.psbench.report.page.Exhibit;
import io.github.psbench.report.page.ReportPage;
import io.github.psbench.report.table.Report;
import io.github.psbench.report.table.Split;
import io.github.psbench.run.InventedTrials;
import io.github.psbench.run.Plan;
import io.github.psbench.run.RunStore;
import io.github.psbench.run.TrialOutcome;
import io.github.psbench.spec.Choices;
import io.github.psbench.spec.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** From an experiment file and a store of finished trials, which are made up, to tables in all formats and to the page; figures are left out. */
record Reports(Setup setup, int seeds, Product product) implements Workload {
    private static final Path FILE = Path.of("experiments", "table4.yaml");

    /** What is written. */
    enum Product {
        TABLES {
            @Override
            void write(Experiment experiment, List<TrialOutcome> outcomes, Path results) {
                Report.write(experiment, outcomes, Set.of(Split.ALL), results.resolve("tables"));
            }
        },
        PAGE {
            @Override
            void write(Experiment experiment, List<TrialOutcome> outcomes, Path results) {
                Figures.Written none = new Figures.Written(List.of(), List.of());
                Exhibit exhibit = new Exhibit(FILE, List.of(), experiment, outcomes, none, List.of());
                ReportPage.write(List.of(exhibit), List.of(), results, results.resolve("report"));
            }
        };

        abstract void write(Experiment experiment, List<TrialOutcome> outcomes, Path results);
    }

    static Benchmark of(Setup setup, int seeds, Product product) {
        Reports reports = new Reports(setup, seeds, product);
        int trials = reports.experiment().trials().size();
        return new Benchmark(
                "%s of %,d trials".formatted(product == Product.TABLES ? "tables" : "page", trials),
                trials,
                "trials",
                reports,
                null);
    }

    private Experiment experiment() {
        return Experiment.read(
                FILE,
                new Choices(null, List.of(), LongStream.range(0, seeds).boxed().toList(), List.of(), List.of()));
    }

    @Override
    public void run(Turns turns) throws Exception {
        Path results = Files.createTempDirectory("psbench-reports-");
        try {
            finished(results);
            Workload.repeating(3, () -> write(results)).run(turns);
        } finally {
            Folders.delete(results);
        }
    }

    /** The trials, made up in a folder of results. */
    List<TrialOutcome> finished(Path results) throws IOException {
        Plan plan = plan(experiment(), results);
        InventedTrials.finish(plan);
        return plan.outcomes();
    }

    private void write(Path results) {
        Experiment experiment = experiment();
        product.write(experiment, plan(experiment, results).outcomes(), results);
    }

    private Plan plan(Experiment experiment, Path results) {
        return Plan.of(experiment, setup.places(), new RunStore(results), setup.progress());
    }
}
