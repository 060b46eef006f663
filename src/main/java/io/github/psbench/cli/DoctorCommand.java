package io.github.psbench.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Places;
import io.github.psbench.device.EngineNatives;
import io.github.psbench.device.NvidiaSmi;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        header = "Says whether this machine is ready.",
        description = {
            "Looks at Java, the engine and its native libraries, device, threads, memory, disk, fonts,"
                    + " data sets and weights.",
            "The engine is really loaded; the first time, its libraries are unpacked for that. Ends with 0 unless something is a"
                    + " problem; a warning is about what not everybody needs."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataRootOption dataRoot;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Where results would be kept. Default: ${DEFAULT-VALUE}.")
    private Path results = Path.of("results");

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        Places places = dataRoot.places();
        List<Finding> findings = new ArrayList<>();
        findings.addAll(new MachineCheck(results, places.cache()).findings());
        findings.addAll(
                new EngineCheck(EngineNatives.onClassPath(), new NvidiaSmi(environment), environment).findings());
        findings.addAll(new DataCheck(places).findings());
        PrintWriter out = spec.commandLine().getOut();
        switch (format.chosen()) {
            case TEXT -> findings.forEach(finding -> print(finding, out));
            case JSON -> out.println(json(findings).toPrettyString());
        }
        return findings.stream().anyMatch(finding -> finding.status() == Finding.Status.PROBLEM)
                ? ErrorKind.RESOURCES.exitCode()
                : 0;
    }

    private static void print(Finding finding, PrintWriter out) {
        out.printf("%-8s %-10s %s%n", finding.status().word(), finding.subject(), finding.found());
        if (finding.remedy() != null) {
            out.printf("%-19s -> %s%n", "", finding.remedy());
        }
    }

    private static ObjectNode json(List<Finding> findings) {
        ObjectNode document = new ObjectMapper().createObjectNode();
        ArrayNode lines = document.putArray("findings");
        for (Finding finding : findings) {
            lines.addObject()
                    .put("subject", finding.subject())
                    .put("status", finding.status().word())
                    .put("found", finding.found())
                    .put("remedy", finding.remedy());
        }
        return document;
    }
}
