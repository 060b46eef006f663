package io.github.psbench.cli;

import io.github.psbench.device.EngineNatives;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: psbench, its engine, Java. Nothing native is loaded for it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return lines().toArray(String[]::new);
    }

    static List<String> lines() {
        EngineNatives natives = EngineNatives.onClassPath();
        String own = Objects.requireNonNullElse(
                Version.class.getPackage().getImplementationVersion(), "(run from its classes, not from its jar)");
        return List.of(
                "psbench " + own,
                "libtorch " + natives.libtorch() + " through DJL " + natives.djl(),
                "Java " + Runtime.version() + " on " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch"));
    }
}
