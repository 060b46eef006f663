package io.github.psbench.model;

import static io.github.psbench.base.InvalidSetting.require;

import io.github.psbench.base.Default;
import io.github.psbench.base.Name;
import io.github.psbench.base.Places;
import java.nio.file.Path;
import java.util.List;

/**
 * A safetensors file on this machine.
 *
 * @param path a relative one begins at the folder in which psbench was started
 * @param omit tensors of the file that are left out: names, or beginnings of names that end with {@code *}, such as {@code fc.*}
 */
@Name("file")
public record FileWeights(String path, @Default("[]") List<String> omit) implements Weights {
    public FileWeights {
        require(!path.isBlank() && path.indexOf('\0') < 0, "path", "must be a path", path);
        omit = List.copyOf(omit);
        new Omission(omit);
    }

    @Override
    public String digest(Backbone backbone, Places places) {
        return file().digest();
    }

    @Override
    public void load(Backbone backbone, Network network, Places places) {
        file().load(backbone, network);
    }

    private WeightsFile file() {
        return new WeightsFile(Path.of(path), new Omission(omit));
    }
}
