package io.github.psbench.cli;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Safetensors;
import io.github.psbench.device.EngineNatives;
import io.github.psbench.loss.Loss;
import io.github.psbench.settings.SettingsReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "loss",
        description = {
            "Evaluates a loss on given tensors, in float64: its value, its parts, and its gradients. For whoever writes a loss, or"
                    + " compares one with another implementation.",
            "The spec is a YAML file with a loss as experiments have it, and the sizes of the attribute groups, which add up to K:",
            "",
            "  loss:",
            "    alignment: {name: ma, scale: 12, margin: 0.2}",
            "    asmr: {lambda: 6, form: paper, weights: learned}",
            "  groups: [2, 3]",
            "  step: 0",
            "",
            "step, 0 if left out, is how many gradient steps came before: sphereface goes by it. The alignment losses are, with the"
                    + " defaults of their settings:",
            "",
            "  ma           scale 32, margin 0.1",
            "                 the target's angle is more by the margin, in radians",
            "  softmax      scale 32",
            "                 no margin",
            "  proxy-anchor alpha 32, delta 0.1",
            "                 prototypes pull their images and push all others",
            "  proxy-nca    scale 1, positive-in-denominator false",
            "                 the scale is that of squared distances, 2 - 2 cosine",
            "  cosface      scale 64, margin 0.35",
            "                 the target's cosine is less by the margin",
            "  sphereface   scale 32, margin 4,",
            "               annealing {start: 1000, least: 5, rate: 0.12}",
            "                 the target's angle is multiplied by the margin, a whole",
            "                 number; lambda = max(least, start / (1 + rate step)), or",
            "                 0 with annealing: none",
            "",
            "The input holds images [m, d] and categories [n, d] (float32 or float64, rows of lengths from 1e-12 on: they are"
                    + " scaled to length 1), labels [m] (int64, 0..n-1), and for ASMR bits [n, K] (zeros and ones) and, if you like, weights: [K] in"
                    + " the form `paper`, one a group in the form `released`; without them, all are 1, or the value of `uniform`.",
            "parts.asmr is R, not multiplied by lambda: loss = parts.alignment + lambda parts.asmr.",
            "ma is equation 2 with the fallback of ArcFace and of the released code: where an angle is above pi - margin, its target"
                    + " is cos(angle) - margin sin(margin). The divisor of the form `released`, {name: released, divisor: 8.5},"
                    + " is the number of groups if left out."
        },
        footerHeading = "%nExample:%n",
        footer =
                "  psbench loss --spec loss.yaml --input tensors.safetensors --gradients gradients.safetensors --format json")
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class LossCommand implements Callable<Integer> {
    @Option(names = "--spec", required = true, paramLabel = "FILE", description = "The loss, a YAML file.")
    private Path specification;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "The tensors, a safetensors file.")
    private Path input;

    @Option(
            names = "--gradients",
            paramLabel = "FILE",
            description =
                    "Where to write the gradients of the loss: a safetensors file with one float64 tensor for each of the"
                            + " input, of its name and shape. Those of labels and bits, and of what the loss does not use, are zeros.")
    private @Nullable Path gradients;

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        EngineNatives.requireFit(System.getenv());
        requireOtherFile("--input", input);
        requireOtherFile("--spec", specification);
        LossSpec spec = SettingsReader.read(specification, LossSpec.class);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            LossInput tensors = LossInput.read(input, spec, specification, manager);
            tensors.requireGradients();
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                Loss.Value value = tensors.value(spec);
                if (!Double.isFinite(value.total().getDouble())) {
                    throw Failure.data(
                            "The loss of %s is %s on the tensors of %s. Choose a smaller scale, lambda or weights.",
                            specification, value.total().getDouble(), input);
                }
                collector.backward(value.total());
                if (gradients != null) {
                    Safetensors.write(gradients, tensors.gradients());
                }
                print(value);
            }
        }
        return 0;
    }

    private void requireOtherFile(String option, Path given) {
        if (gradients != null
                && gradients
                        .toAbsolutePath()
                        .normalize()
                        .equals(given.toAbsolutePath().normalize())) {
            throw Failure.usage(
                    "--gradients %s is the file of %s, which it would replace. Name another.", gradients, option);
        }
    }

    private void print(Loss.Value value) {
        NDArray asmr = value.asmr();
        PrintWriter out = command.commandLine().getOut();
        switch (format.chosen()) {
            case JSON -> {
                ObjectNode document = new ObjectMapper().createObjectNode();
                document.put("loss", value.total().getDouble());
                ObjectNode parts = document.putObject("parts");
                parts.put("alignment", value.alignment().getDouble());
                if (asmr != null) {
                    parts.put("asmr", asmr.getDouble());
                }
                out.println(document);
            }
            case TEXT -> {
                out.println("loss       " + value.total().getDouble());
                out.println("alignment  " + value.alignment().getDouble());
                if (asmr != null) {
                    out.println("asmr       " + asmr.getDouble());
                }
            }
        }
        out.flush();
    }
}
