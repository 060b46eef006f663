package io.github.psbench.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.psbench.base.Failure;
import io.github.psbench.base.Places;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The weights that {@code weights: imagenet} stands for, by backbone: the file {@code imagenet.json} beside this class. */
final class ImagenetRegistry {
    private static final String FILE = "imagenet.json";

    private ImagenetRegistry() {}

    /**
     * Weights of one backbone.
     *
     * @param file looked for under the data root's {@code weights/}
     * @param url where it can be fetched if it is not there; only together with {@code sha256}
     * @param sha256 what the file must have; null if the same tensors are in differing files
     * @param omit tensors of the file that are not the backbone's
     * @param origin how to come by the file, in lines
     */
    record Entry(
            String file, @Nullable String url, @Nullable String sha256, List<String> omit, List<String> origin) {
        /** @throws Failure of kind DATA if the file is not there and cannot be fetched, or is not the right one */
        Weights resolve(Backbone backbone, Places places) {
            Path path = places.data().resolve("weights").resolve(file);
            FileWeights weights = new FileWeights(path.toString(), omit);
            if (Files.exists(path)) {
                check(weights.digest(backbone, places), path);
                return weights;
            }
            if (url == null) {
                throw Failure.data(
                        "The ImageNet weights of %s are expected in %s, which does not exist, and no address is known from"
                                + " which to fetch it. %s%nPut it there, or name another file:"
                                + " weights: {name: file, path: ...}.",
                        backbone.name(), path, String.join("\n", origin));
            }
            return new UrlWeights(url, requireNonNull(sha256, url), omit);
        }

        private void check(String found, Path path) {
            if (sha256 != null && !sha256.equals(found)) {
                throw Failure.data(
                        "%s has SHA-256 %s, expected %s. %s%nTo use this file all the same, write"
                                + " weights: {name: file, path: %s}.",
                        path, found, sha256, String.join("\n", origin), path);
            }
        }
    }

    /** @throws Failure of kind USAGE if no ImageNet weights are known for the backbone */
    static Entry entry(Backbone backbone) {
        SortedMap<String, Entry> entries = entries();
        Entry entry = entries.get(backbone.name());
        if (entry == null) {
            throw Failure.usage(
                    "No ImageNet weights are known for the backbone %s, only for %s. Give it weights: none, or a file:"
                            + " weights: {name: file, path: ...}.",
                    backbone.name(), String.join(", ", entries.keySet()));
        }
        return entry;
    }

    static SortedMap<String, Entry> entries() {
        try (InputStream in = ImagenetRegistry.class.getResourceAsStream(FILE)) {
            return new JsonMapper().readValue(requireNonNull(in, FILE), new TypeReference<TreeMap<String, Entry>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
