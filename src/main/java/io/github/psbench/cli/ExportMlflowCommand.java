package io.github.psbench.cli;

import io.github.psbench.base.Progress;
import io.github.psbench.export.mlflow.Credentials;
import io.github.psbench.export.mlflow.MlflowExport;
import io.github.psbench.export.mlflow.Server;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "mlflow",
        description = {
            "Sends the finished trials to an MLflow server, a run each: settings as parameters, the metrics of every training step, scores,"
                    + " tags, and the trial's files.",
            "It may be repeated at any time: a run that has arrived is left alone, and one that was interrupted is completed. To send a"
                    + " trial anew, as with --weights after all, delete its run on the server first.",
            "Access is taken from MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or from MLFLOW_TRACKING_TOKEN."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all trials are on the server",
            "2:wrong usage, no MLflow server at that address, or no access to it",
            "3:a trial's files are damaged, or the server refused what they hold",
            "4:the server cannot be reached, or has trouble of its own; the same command goes on later",
            "130:ended by Ctrl-C; 143: by SIGTERM"
        },
        footer = {
            "",
            "Examples:",
            "  psbench export mlflow --uri http://localhost:5000 --experiment table2",
            "  psbench export mlflow --uri https://mlflow.example.org --experiment asmr --from table4 --weights"
        })
final class ExportMlflowCommand implements Callable<Integer> {
    @Option(
            names = "--uri",
            paramLabel = "URL",
            required = true,
            description = "The address of the server, at which its own pages begin.")
    private String uri = "";

    @Option(
            names = "--experiment",
            paramLabel = "NAME",
            required = true,
            description = "The MLflow experiment that the runs go to. It is made if it is not there.")
    private String experiment = "";

    @Option(names = "--weights", description = "Send the trained weights too. Default: all but them and embeddings.")
    private boolean weights;

    @Mixin
    private ExportedTrials exported = new ExportedTrials();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        Server server = new Server(uri, Credentials.of(System.getenv()));
        return StopSignal.during(
                command.commandLine().getErr(),
                "What has arrived stays on the server; the same command goes on from there.",
                progress -> send(server, progress));
    }

    private int send(Server server, Progress progress) {
        MlflowExport.Outcome outcome =
                new MlflowExport(server, weights).send(experiment, exported.read(progress), progress);
        PrintWriter out = command.commandLine().getOut();
        out.printf(
                "%,d trials sent to the experiment '%s' of %s, %,d were there already.%n",
                outcome.sent(), experiment, server, outcome.present());
        out.flush();
        if (!outcome.unproxied().isEmpty()) {
            command.commandLine()
                    .getErr()
                    .printf(
                            "No files were sent: the server keeps those of this experiment at %s itself and does not hand them on. `mlflow server"
                                    + " --artifacts-destination ...` makes one that does; parameters, metrics and tags have arrived.%n",
                            String.join(", ", outcome.unproxied()));
        }
        return 0;
    }
}
