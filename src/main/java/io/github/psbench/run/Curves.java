package io.github.psbench.run;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a training went, by epochs, counted from 1.
 *
 * @param loss mean over the steps of the epoch
 * @param validationRank1 in percent, 0..100, on the validation split after the epoch; empty without such a split
 */
public record Curves(SortedMap<Integer, Double> loss, SortedMap<Integer, Double> validationRank1) {
    /** What steps add up to. */
    private static final class Sum {
        private double sum;
        private int steps;

        void add(double value) {
            sum += value;
            steps++;
        }

        double mean() {
            return sum / steps;
        }
    }

    /**
     * Reads the metrics of a trial, which may still be written to.
     *
     * @return empty curves if there is no such file
     */
    static Curves read(Path metrics) {
        SortedMap<Integer, Sum> losses = new TreeMap<>();
        SortedMap<Integer, Double> rank1 = new TreeMap<>();
        if (Files.exists(metrics)) {
            try (BufferedReader lines = Files.newBufferedReader(metrics)) {
                String text = lines.readLine();
                while (text != null) {
                    String next = lines.readLine();
                    add(text, next == null, losses, rank1);
                    text = next;
                }
            } catch (JacksonException e) {
                throw new Failure(
                        ErrorKind.DATA,
                        "%s is damaged: not every line of it is the JSON that psbench wrote there. Remove the trial with"
                                        .formatted(metrics)
                                + " `psbench runs rm`; the next run makes it anew.",
                        e);
            } catch (IOException e) {
                throw Failure.resources(
                        "%s cannot be read: %s.", metrics, IoReason.of(e).why());
            }
        }
        SortedMap<Integer, Double> loss = new TreeMap<>();
        losses.forEach((epoch, sum) -> loss.put(epoch, sum.mean()));
        return new Curves(loss, rank1);
    }

    private static void add(String text, boolean last, SortedMap<Integer, Sum> losses, SortedMap<Integer, Double> rank1)
            throws JacksonException {
        JsonNode line;
        try {
            line = RunStore.JSON.readTree(text);
        } catch (JacksonException e) {
            if (last) {
                return; // it is just being written
            }
            throw e;
        }
        int epoch = line.path("epoch").asInt();
        double loss = line.path("losses").path("loss").asDouble(Double.NaN);
        double score = line.path("scores").path("rank1").asDouble(Double.NaN);
        switch (line.path("stage").asText()) {
            case "training" -> {
                if (Double.isFinite(loss)) {
                    losses.computeIfAbsent(epoch, unseen -> new Sum()).add(loss);
                }
            }
            case "validation" -> {
                if (Double.isFinite(score)) {
                    rank1.put(epoch, score);
                }
            }
            default -> {
                // pretraining, in an older store
            }
        }
    }
}
