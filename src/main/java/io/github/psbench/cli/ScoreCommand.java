package io.github.psbench.cli;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.base.Failure;
import io.github.psbench.device.EngineNatives;
import io.github.psbench.eval.Embeddings;
import io.github.psbench.eval.Retrieval;
import io.github.psbench.eval.RetrievalScores;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "score",
        description = {
            "Scores a search: ranks a gallery for each query by cosine, and prints rank-1, rank-5, rank-10 and the mean average"
                    + " precision, standard and trapezoidal, in percent.",
            "Each file holds two tensors: embeddings [n, d], float32 or float64, and labels [n], int64. A gallery image is"
                    + " relevant to a query if their labels are equal. Equal scores are ranked by gallery index, and counted."
        },
        footerHeading = "%nExample:%n",
        footer = "  psbench score --queries queries.safetensors --gallery gallery.safetensors --format json")
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class ScoreCommand implements Callable<Integer> {
    @Option(names = "--queries", required = true, paramLabel = "FILE", description = "Queries, a safetensors file.")
    private Path queries;

    @Option(names = "--gallery", required = true, paramLabel = "FILE", description = "The gallery, a safetensors file.")
    private Path gallery;

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws JsonProcessingException {
        EngineNatives.requireFit(System.getenv());
        Embeddings queryRows = read(queries);
        Embeddings galleryRows = read(gallery);
        if (queryRows.dimension() != galleryRows.dimension()) {
            throw Failure.data(
                    "%s: tensor embeddings has rows of %d numbers, but in %s of %d. Embed both with the same model.",
                    queries, queryRows.dimension(), gallery, galleryRows.dimension());
        }
        RetrievalScores scores = score(queryRows, galleryRows);
        PrintWriter out = command.commandLine().getOut();
        switch (format.chosen()) {
            case JSON -> out.println(new ObjectMapper().writeValueAsString(scores));
            case TEXT -> print(scores, out);
        }
        out.flush();
        return 0;
    }

    private static Embeddings read(Path path) {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            TensorFile file = TensorFile.read(path, manager);
            NDArray embeddings = file.matrix("embeddings");
            long rows = embeddings.getShape().get(0);
            long[] labels = file.labels("labels", rows, "embeddings").toLongArray();
            int dimension = Math.toIntExact(embeddings.getShape().get(1));
            try {
                return embeddings.getDataType() == DataType.FLOAT64
                        ? Embeddings.of(dimension, embeddings.toDoubleArray(), labels)
                        : Embeddings.of(dimension, embeddings.toFloatArray(), labels);
            } catch (IllegalArgumentException e) {
                throw file.wrong("embeddings", "cannot be scored: %s", String.valueOf(e.getMessage()));
            }
        }
    }

    private RetrievalScores score(Embeddings queryRows, Embeddings galleryRows) {
        try {
            return Retrieval.score(queryRows, galleryRows);
        } catch (IllegalArgumentException e) {
            throw Failure.data(
                    "%s cannot be searched in %s: %s. Compare the labels of the two files.",
                    queries, gallery, String.valueOf(e.getMessage()));
        }
    }

    private static void print(RetrievalScores scores, PrintWriter out) {
        out.printf("queries          %8d%n", scores.queries());
        out.printf("  without match  %8d  left out%n", scores.queriesWithoutMatch());
        out.printf("gallery          %8d%n", scores.gallery());
        out.printf("rank-1           %8.2f %%%n", scores.rank1());
        out.printf("rank-5           %8.2f %%%n", scores.rank5());
        out.printf("rank-10          %8.2f %%%n", scores.rank10());
        out.printf("mAP              %8.2f %%%n", scores.map());
        out.printf("mAP, trapezoid   %8.2f %%%n", scores.mapTrapezoid());
        out.printf("ties             %8d%n", scores.ties());
    }
}
