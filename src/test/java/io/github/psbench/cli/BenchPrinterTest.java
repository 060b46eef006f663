package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.bench.Benchmark;
import io.github.psbench.bench.Comparison;
import io.github.psbench.bench.Samples;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.device.Gpu;
import io.github.psbench.train.Precision;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchPrinterTest {
    private static final Benchmark STEP = new Benchmark("step resnet18", 64, "images", turns -> {}, null);
    private static final Benchmark PAIRS = new Benchmark("ASMR", 128_778, "pairs", turns -> {}, null);

    private static final Comparison AGAINST_A_PEER = new Comparison(
            STEP,
            new Samples("psbench on cpu, 2 threads", List.of(0.5, 0.25, 1.0), 1536L << 20),
            new Samples("PyTorch 2.7.1", List.of(1.0, 0.25, 1.5), 512L << 20));
    private static final Comparison ALONE =
            new Comparison(PAIRS, new Samples("psbench on cpu, 2 threads", List.of(0.0125), 0), null);

    private static final ComputeDevice GPU =
            new ComputeDevice(new Gpu(0, "GPU-0", "Tesla T4", "550.54.15", 15L << 30, 14L << 30), 1);

    @Test
    void textForPeople() {
        assertThat(printed(ComputeDevice.cpu(2), Precision.FLOAT32, OutputFormat.TEXT, AGAINST_A_PEER, ALONE))
                .isEqualToNormalizingNewlines("""
                        On cpu, 2 threads, float32
                        step resnet18, n = 3
                          psbench              500 ms [375 ms, 750 ms]  128 images/s  peak 1,536 MiB
                          PyTorch 2.7.1        1.00 s [625 ms, 1.25 s]  64.0 images/s  peak 512 MiB
                          ratio                1.50 [1.25, 1.75]
                        ASMR, n = 1
                          psbench              12.50 ms [12.50 ms, 12.50 ms]  10,302,240 pairs/s
                        """);
        assertThat(printed(GPU, Precision.TF32, OutputFormat.TEXT))
                .isEqualToNormalizingNewlines("On gpu:0 (Tesla T4), 1 thread, tf32\n");
    }

    @Test
    void jsonWithEverySample() {
        assertThat(printed(ComputeDevice.cpu(2), Precision.FLOAT32, OutputFormat.JSON, AGAINST_A_PEER, ALONE))
                .isEqualTo("""
                        {
                          "device" : "cpu",
                          "threads" : 2,
                          "precision" : "float32",
                          "benchmarks" : [
                            {
                              "name" : "step resnet18",
                              "items" : 64,
                              "unit" : "images",
                              "psbench" : {
                                "median" : 0.5,
                                "lowerQuartile" : 0.375,
                                "upperQuartile" : 0.75,
                                "version" : "psbench on cpu, 2 threads",
                                "peakBytes" : 1610612736,
                                "seconds" : [
                                  0.5,
                                  0.25,
                                  1.0
                                ]
                              },
                              "peer" : {
                                "median" : 1.0,
                                "lowerQuartile" : 0.625,
                                "upperQuartile" : 1.25,
                                "version" : "PyTorch 2.7.1",
                                "peakBytes" : 536870912,
                                "seconds" : [
                                  1.0,
                                  0.25,
                                  1.5
                                ]
                              },
                              "ratio" : {
                                "median" : 1.5,
                                "lowerQuartile" : 1.25,
                                "upperQuartile" : 1.75
                              }
                            },
                            {
                              "name" : "ASMR",
                              "items" : 128778,
                              "unit" : "pairs",
                              "psbench" : {
                                "median" : 0.0125,
                                "lowerQuartile" : 0.0125,
                                "upperQuartile" : 0.0125,
                                "version" : "psbench on cpu, 2 threads",
                                "peakBytes" : null,
                                "seconds" : [
                                  0.0125
                                ]
                              },
                              "peer" : null,
                              "ratio" : null
                            }
                          ]
                        }
                        """);
    }

    private static String printed(
            ComputeDevice device, Precision precision, OutputFormat format, Comparison... comparisons) {
        StringWriter out = new StringWriter();
        BenchPrinter printer = new BenchPrinter(device, precision, format, new PrintWriter(out));
        for (Comparison comparison : comparisons) {
            printer.add(comparison);
        }
        printer.end();
        return out.toString();
    }
}
