package io.github.psbench.search;

import ai.djl.ndarray.NDManager;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import io.github.psbench.data.Input;
import io.github.psbench.data.PicturesBelow;
import io.github.psbench.data.picture.Resampler;
import io.github.psbench.data.picture.RgbImage;
import io.github.psbench.train.Encoders;
import io.github.psbench.train.PictureTensors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Embeds the pictures of a folder a few at a time, so that memory does not depend on how many there are. */
final class FolderEmbedding {
    /** Pictures that are in memory at once, at the network's size. */
    private static final int AT_ONCE = 128;

    private final Encoders encoders;
    private final Input input;
    private final NDManager manager;

    FolderEmbedding(Encoders encoders, Input input, NDManager manager) {
        this.encoders = encoders;
        this.input = input;
        this.manager = manager;
    }

    /** @throws Failure of kind DATA if none of the pictures can be used */
    SearchedImages of(Path folder, PicturesBelow found, Progress progress) {
        List<PicturesBelow.Picture> files = found.pictures();
        List<String> leftOut = new ArrayList<>();
        found.unreadable().forEach(line -> leftOut.add(line + "."));
        List<SearchedImage> images = new ArrayList<>();
        List<float[]> embeddings = new ArrayList<>();
        try (Progress.Task task = progress.begin("embedding pictures", files.size())) {
            for (int first = 0; first < files.size(); first += AT_ONCE) {
                List<PicturesBelow.Picture> some = files.subList(first, Math.min(first + AT_ONCE, files.size()));
                @Nullable Failure[] failures = new @Nullable Failure[some.size()];
                @Nullable RgbImage[] decoded = decode(some, failures);
                for (int i = 0; i < some.size(); i++) {
                    Failure failure = failures[i];
                    if (failure == null) {
                        PicturesBelow.Picture sound = some.get(i);
                        images.add(new SearchedImage(sound.name(), null, sound.picture()));
                    } else {
                        leftOut.add(failure.getMessage());
                    }
                }
                embed(Arrays.stream(decoded).filter(Objects::nonNull).toList(), embeddings);
                task.advance(some.size());
            }
        }
        if (images.isEmpty()) {
            throw Failure.data(
                    "None of the %d pictures below %s can be used. The first: %s",
                    files.size(), folder, leftOut.get(0));
        }
        return new SearchedImages("The pictures below " + folder, images, embeddings.toArray(float[][]::new), leftOut);
    }

    /** @return null where a picture failed */
    private @Nullable RgbImage[] decode(List<PicturesBelow.Picture> pictures, @Nullable Failure[] failures) {
        @Nullable RgbImage[] decoded = new @Nullable RgbImage[pictures.size()];
        IntStream.range(0, decoded.length).parallel().forEach(i -> {
            try {
                RgbImage picture = pictures.get(i).picture().get();
                decoded[i] = Resampler.resize(picture, input.width(), input.height(), input.resize());
            } catch (Failure e) {
                if (e.kind() != ErrorKind.DATA) {
                    throw e;
                }
                failures[i] = e;
            }
        });
        return decoded;
    }

    private void embed(List<RgbImage> pictures, List<float[]> embeddings) {
        if (pictures.isEmpty()) {
            return;
        }
        try (PictureTensors tensors = PictureTensors.of(pictures, input, manager)) {
            float[] values = encoders.embedImages(tensors, 0, pictures.size(), Progress.SILENT);
            int dimension = values.length / pictures.size();
            for (int i = 0; i < pictures.size(); i++) {
                embeddings.add(Arrays.copyOfRange(values, i * dimension, (i + 1) * dimension));
            }
        }
    }
}
