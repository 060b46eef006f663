package io.github.psbench.model;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Default;
import io.github.psbench.base.Name;
import io.github.psbench.base.Places;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A safetensors file that is fetched once and kept under the cache's {@code weights/}, by its SHA-256.
 *
 * @param url https only; redirects away from https are not followed
 * @param sha256 of the file, 64 hexadecimal digits; what is fetched must have it
 * @param omit tensors of the file that are left out: names, or beginnings of names that end with {@code *}, such as {@code fc.*}
 */
@Name("url")
public record UrlWeights(
        String url, String sha256, @Default("[]") List<String> omit) implements Weights {
    public UrlWeights {
        require(isHttps(url), "url", "must be an address that begins with https://", url);
        sha256 = sha256.toLowerCase(Locale.ROOT);
        require(sha256.matches("[0-9a-f]{64}"), "sha256", "must be 64 hexadecimal digits", sha256);
        omit = List.copyOf(omit);
        new Omission(omit);
    }

    /** What the file must have; fetches nothing. */
    @Override
    public String digest(Backbone backbone, Places places) {
        return sha256;
    }

    @Override
    public void load(Backbone backbone, Network network, Places places) {
        Path kept = places.cache().resolve("weights").resolve(sha256 + ".safetensors");
        new Download(URI.create(url), sha256).to(kept);
        new WeightsFile(kept, new Omission(omit)).load(backbone, network);
    }

    private static boolean isHttps(String url) {
        try {
            URI uri = URI.create(url);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
