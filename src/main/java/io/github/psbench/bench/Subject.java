package io.github.psbench.bench;

import io.github.psbench.data.Input;
import io.github.psbench.data.PersonDataset;
import io.github.psbench.data.picture.Filter;
import io.github.psbench.model.MobileNetV2;
import io.github.psbench.model.ResNet18;
import io.github.psbench.model.ResNet50;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be measured. */
public enum Subject {
    /** Steps of training. */
    TRAIN {
        @Override
        List<Benchmark> benchmarks(Setup setup) {
            return List.of(
                    TrainingSteps.of(setup, new ResNet18(null, 1), 64, 32, setup.batch(64, 128)),
                    TrainingSteps.of(setup, new MobileNetV2(null), 128, 64, setup.batch(64, 128)),
                    TrainingSteps.of(setup, new MobileNetV2(null), 256, 128, setup.batch(16, 64)),
                    TrainingSteps.of(setup, new ResNet50(null, 1), 128, 64, setup.batch(32, 128)),
                    TrainingSteps.of(setup, new ResNet50(null, 1), 256, 128, setup.batch(16, 64)));
        }
    },
    /** Whole epochs, from files to checkpoint, on real data at half the pixels of each side, and at all of them. */
    EPOCH {
        @Override
        List<Benchmark> benchmarks(Setup setup) {
            PersonDataset dataset = setup.dataset().load(setup.places(), setup.progress());
            PictureFiles files = PictureFiles.of(dataset.train());
            Path list = files.pictures().isEmpty() ? null : files.list();
            return Stream.of(64, 128)
                    .flatMap(height -> TrainingEpochs.of(
                            setup,
                            dataset,
                            list,
                            new MobileNetV2(null),
                            new Input(height, height / 2, Filter.BICUBIC),
                            128)
                            .stream())
                    .toList();
        }
    },
    /** The semantic margin regulariser over ever more categories. */
    LOSS {
        @Override
        List<Benchmark> benchmarks(Setup setup) {
            return IntStream.of(508, 1890, 5000, 20_000)
                    .mapToObj(categories -> RegulariserSteps.of(setup, categories))
                    .toList();
        }
    },
    /** Searches in ever larger galleries, and the product of matrices in them. */
    EVAL {
        @Override
        List<Benchmark> benchmarks(Setup setup) {
            return IntStream.of(20_000, 1_000_000, 10_000_000)
                    .boxed()
                    .flatMap(images -> Stream.of(Evaluations.of(setup, images), GalleryProducts.of(setup, images)))
                    .toList();
        }
    },
    /** Pictures: from files to pixels, and from the cache to batches. */
    DATA {
        @Override
        List<Benchmark> benchmarks(Setup setup) {
            PersonDataset dataset = setup.dataset().load(setup.places(), setup.progress());
            int most = Math.min(SOME, dataset.train().size());
            PictureFiles files = PictureFiles.of(dataset.train().subList(0, most));
            Path list = files.pictures().isEmpty() ? null : files.list();
            int images = list == null ? most : files.pictures().size();
            List<Benchmark> benchmarks = new ArrayList<>();
            for (int height : new int[] {64, 128, 256}) {
                if (list != null) {
                    benchmarks.add(DecodedPictures.of(setup, dataset, files, list, height, height / 2));
                }
                benchmarks.add(CachedBatches.of(setup, dataset, images, list, height, height / 2));
            }
            return benchmarks;
        }
    },
    /** Tables and the page of finished trials. */
    REPORT {
        @Override
        List<Benchmark> benchmarks(Setup setup) {
            return IntStream.of(3, 30, 300)
                    .boxed()
                    .flatMap(seeds ->
                            Stream.of(Reports.Product.values()).map(product -> Reports.of(setup, seeds, product)))
                    .toList();
        }
    };

    /** Pictures that are enough to measure what is done with each. */
    private static final int SOME = 2048;

    /** Each with a name of its own. */
    abstract List<Benchmark> benchmarks(Setup setup);
}
